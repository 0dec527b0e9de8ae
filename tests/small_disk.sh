#!/usr/bin/env bash
# Builds on a disk that fills up, then with room again. Usage: small_disk.sh FOLDER SOURCE PYTHON, best in namespaces of
# its own (unshare -rm); where nothing may be mounted, a limit on the size of files takes the disk's place.
# Leaves in the current folder: code (of the build that failed), told, part.nq (what was kept), full.nq.
set -u
disk=$1 source=$2 python=$3
kg() { "$python" -c 'from kg.cli import main; main()' "$@"; }
if mount -t tmpfs -o size=1m none "$disk" 2>/dev/null; then
  kg build "$source" -s "$disk/kg" 2>told
  echo $? >code
  kg query 'ASK {}' -s "$disk/kg" 2>>told
  mount -o remount,size=256m "$disk"
else
  (ulimit -f 600 && kg build "$source" -s "$disk/kg" 2>told; echo $? >code)
fi
kg export -f nq -s "$disk/kg" >part.nq || exit
kg build "$source" -s "$disk/kg" || exit
kg export -f nq -s "$disk/kg" >full.nq
