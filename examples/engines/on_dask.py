"""The question to Parquet by Dask: python examples/engines/on_dask.py ROWS [SCHEDULER].

The scheduler is that of a cluster, such as tcp://host:8786; without one, Dask uses this machine's cores.
"""

import sys

import dask
import generated

import bilateral as bl

if sys.argv[2:]:
    from dask.distributed import Client

    Client(sys.argv[2])

frame = bl.frames.scan(generated.parquet(int(sys.argv[1])), "dask")


def count(certain: bool) -> int:  # noqa: FBT001 - whether certain
    """Return how many rows match."""
    return len(bl.frames.filter(frame, generated.QUESTION, certain=certain))


generated.report(f"Dask {dask.__version__}", count)
