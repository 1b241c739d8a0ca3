"""The question to Parquet by Spark: python examples/engines/on_spark.py ROWS.

Started so, it uses the cores of this machine. On a cluster:

spark-submit --master URL examples/engines/on_spark.py ROWS LOCATION

where LOCATION is where the cluster finds the Parquet, such as s3a://bucket/generated. The driver alone
needs bilateral: the query is compiled there, and the workers run Spark's own operations.
"""

import sys

import generated
from pyspark.sql import SparkSession

import bilateral as bl

session = SparkSession.builder.getOrCreate()
if sys.argv[2:]:
    frame = session.read.parquet(sys.argv[2])
else:
    frame = bl.frames.scan(generated.parquet(int(sys.argv[1])), "pyspark", session=session)


def count(certain: bool) -> int:  # noqa: FBT001 - whether certain
    """Return how many rows match."""
    return bl.frames.filter(frame, generated.QUESTION, certain=certain).count()


generated.report(f"Spark {session.version}", count)
session.stop()
