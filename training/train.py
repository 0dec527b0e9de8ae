"""Trains one spaCy config, with checkpoints: an interrupted run goes on where it stopped."""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.util import fix_random_seed, load_config, registry
from thinc.api import Model, Optimizer, set_current_ops
from thinc.types import FloatsXd as Floats
from throughput import OPS, one_backward_pass_per_batch, use_fast_ops

import kg.language.clusters  # noqa: F401  (registers the embedding layer)

SCORES = ("dep_uas", "dep_las", "pos_acc", "morph_acc", "lemma_acc", "sents_f", "ents_p", "ents_r", "ents_f")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("config", type=Path)
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--train", type=Path, required=True)
    arguments.add_argument("--dev", type=Path, nargs="+", required=True)
    arguments.add_argument("--vectors", type=Path, required=True)
    arguments.add_argument("--start", type=Path, help="a pipeline whose weights to begin with")
    arguments.add_argument("--set", nargs="*", default=[], metavar="SECTION.KEY=VALUE")
    options = arguments.parse_args()
    set_current_ops(OPS)
    one_backward_pass_per_batch()
    overrides = {
        "paths.train": str(options.train),
        "paths.dev": str(options.dev[0]),
        "paths.vectors": str(options.vectors),
    }
    for setting in options.set:
        key, value = setting.split("=", 1)
        overrides[key] = json.loads(value)
    train(
        load_config(options.config, overrides=overrides, interpolate=True),
        options.output,
        options.train,
        options.dev,
        options.start,
    )


def train(config: "spacy.Config", output: Path, corpus: Path, dev: list[Path], start: Path | None) -> None:
    """Runs `training.max_steps` updates; evaluates and saves every `training.eval_frequency` of them."""
    settings = registry.resolve(config["training"], schema=spacy.schemas.ConfigSchemaTraining)
    fix_random_seed(settings["seed"])
    nlp = init_nlp(config)
    use_fast_ops(nlp)
    if start is not None:
        copy_weights(spacy.load(start), nlp)
    optimizer: Optimizer = settings["optimizer"]
    step = restore(nlp, optimizer, output)
    docs = list(DocBin().from_disk(corpus).get_docs(nlp.vocab))
    held_out = {path.stem: list(DocBin().from_disk(path).get_docs(nlp.vocab)) for path in dev}
    started, words, losses = time.time(), 0, {}
    for batch in batches(docs, settings["batcher"], settings["seed"], skip=step):
        if step >= settings["max_steps"]:
            break
        nlp.update(batch, sgd=optimizer, drop=settings["dropout"], losses=losses)
        optimizer.step_schedules()
        step += 1
        words += sum(len(example) for example in batch)
        if step % 100 == 0:
            speed = words / (time.time() - started)
            shown = " ".join(f"{name} {loss / 100:.1f}" for name, loss in losses.items())
            print(f"{time.strftime('%H:%M:%S')} step {step} {speed:.0f} words/s {shown}", flush=True)
            losses.clear()
        if step % settings["eval_frequency"] == 0 or step == settings["max_steps"]:
            report(nlp, optimizer, held_out, output, step)


def batches(docs: list[Doc], batcher, seed: int, skip: int) -> Iterator[list[Example]]:  # type: ignore[no-untyped-def]
    """Yields batches of examples without end, each round shuffled anew, from batch number `skip` on."""
    rng = random.Random(seed)

    def stream() -> Iterator[Doc]:
        while True:
            rng.shuffle(docs)
            yield from docs

    for number, batch in enumerate(batcher(stream())):
        if number >= skip:
            yield [example(doc) for doc in batch]


def example(reference: Doc) -> Example:
    """Returns a training pair whose tokens are the reference's own."""
    spaces = [bool(token.whitespace_) for token in reference]
    return Example(Doc(reference.vocab, words=[token.text for token in reference], spaces=spaces), reference)


def report(nlp: Language, optimizer: Optimizer, held_out: dict[str, list[Doc]], output: Path, step: int) -> None:
    """Evaluates with averaged weights, prints and keeps the scores, saves the pipeline and what resuming needs."""
    with nlp.use_params(optimizer.averages):
        for name, docs in held_out.items():
            scores = nlp.evaluate([example(doc) for doc in docs])
            kept = {key: round(scores[key], 4) for key in SCORES if scores.get(key) is not None}
            print(f"  {name} step {step} {kept} {scores['speed']:.0f} words/s", flush=True)
            with (output / "scores.jsonl").open("a", encoding="utf-8") as lines:
                lines.write(json.dumps({"step": step, "corpus": name, **kept}) + "\n")
        nlp.to_disk(output / "best")
    save(nlp, optimizer, output, step)


def copy_weights(source: Language, target: Language) -> None:
    """Begins with another pipeline's weights where a layer has a counterpart; a tok2vec it lacks takes its "tok2vec"."""
    for name, component in target.pipeline:
        origin = "tok2vec" if name.endswith("tok2vec") and name not in source.pipe_names else name
        if origin not in source.pipe_names:
            continue
        layers: dict[str, list[Model]] = {}
        for node in source.get_pipe(origin).model.walk():
            layers.setdefault(node.name, []).append(node)
        for node in component.model.walk():
            if node.param_names and layers.get(node.name):
                old = layers[node.name].pop(0)
                for key in node.param_names:
                    node.set_param(key, widened(old.get_param(key), node.get_param(key)))


def widened(old: Floats, new: Floats) -> Floats:
    """Returns `old`, where `new` has more inputs zeros for those: they stand before the last, the vectors."""
    if old.shape == new.shape:
        return old.copy()
    if old.ndim < 2 or old.shape[:-1] != new.shape[:-1]:
        return new
    width = old.shape[0]
    result = numpy.zeros_like(new)
    result[..., : old.shape[-1] - width] = old[..., :-width]
    result[..., -width:] = old[..., -width:]
    return result


def parameter_keys(nlp: Language) -> list[tuple[tuple[int, str], str]]:
    """Returns the optimizer's keys with names that are the same in every process."""
    return [
        ((node.id, name), f"{pipe}/{index}/{name}")
        for pipe, component in nlp.pipeline
        if hasattr(component, "model")
        for index, node in enumerate(component.model.walk())
        for name in node.param_names
    ]


def save(nlp: Language, optimizer: Optimizer, output: Path, step: int) -> None:
    """Writes the plain weights and the optimizer's moments and averages."""
    nlp.to_disk(output / "last")
    arrays = {"step": numpy.asarray(step)}
    for key, name in parameter_keys(nlp):
        for kind in ("mom1", "mom2", "averages"):
            if key in getattr(optimizer, kind):
                arrays[f"{kind}:{name}"] = getattr(optimizer, kind)[key]
        arrays[f"updates:{name}"] = numpy.asarray(optimizer.nr_update[key])
    numpy.savez(output / "optimizer.part.npz", **arrays)
    (output / "optimizer.part.npz").replace(output / "optimizer.npz")


def restore(nlp: Language, optimizer: Optimizer, output: Path) -> int:
    """Loads the last checkpoint, if there is one, and returns its step."""
    output.mkdir(parents=True, exist_ok=True)
    if not (output / "optimizer.npz").exists():
        return 0
    nlp.from_disk(output / "last")
    arrays = numpy.load(output / "optimizer.npz")
    for key, name in parameter_keys(nlp):
        for kind in ("mom1", "mom2", "averages"):
            if f"{kind}:{name}" in arrays:
                getattr(optimizer, kind)[key] = arrays[f"{kind}:{name}"]
        optimizer.nr_update[key] = int(arrays[f"updates:{name}"])
    step = int(arrays["step"])
    for _ in range(step):
        optimizer.step_schedules()
    print(f"resumed at step {step}", flush=True)
    return step


if __name__ == "__main__":
    main()
