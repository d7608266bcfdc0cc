"""Write the mean of two trainings of the reranker, which chooses better than either of them.

    python -m tests.evals.reranker.mean WEIGHTS.safetensors ONE.safetensors OTHER.safetensors [--of-one 0.5]
        [--scale 0.84] [--shift -0.7]

The second of them has to be trained further from the first: means of weights say nothing of others. What it
judges can be scaled and shifted, for weights and limits that were set with ONE's judgements.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from tests.evals.cross_encoder import Learner


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="mean", description=__doc__.splitlines()[0])
    for name in ("weights", "one", "other"):
        parser.add_argument(name, type=Path, metavar=f"{name.upper()}.safetensors")
    parser.add_argument("--of-one", type=float, default=0.5, help="weight of ONE, from 0 to 1")
    parser.add_argument("--scale", type=float, default=1.0, help="of the log-odds")
    parser.add_argument("--shift", type=float, default=0.0, help="what is added to them then")
    given = parser.parse_args(arguments)
    one, model = Learner(given.one).state_dict(), Learner(given.other)
    model.load_state_dict(
        {
            name: torch.lerp(weight, one[name], given.of_one) if weight.is_floating_point() else weight
            for name, weight in model.state_dict().items()
        }
    )
    with torch.no_grad():
        model.head.weight *= given.scale
        model.head.bias.copy_(model.head.bias * given.scale + given.shift)
    model.save(given.weights)


if __name__ == "__main__":
    main(sys.argv[1:])
