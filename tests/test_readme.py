"""What the README shows is what the commands print."""

from pathlib import Path

from readme import README, ROOT, examples, output_of


def test_examples_print_what_the_readme_shows(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    shown = list(examples(README.read_text(encoding="utf-8")))
    assert len(shown) >= 5
    for command, output in shown:
        assert output_of(command, tmp_path) == output, command


def test_files_and_pictures_that_the_readme_names_exist() -> None:
    import re

    text = README.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
