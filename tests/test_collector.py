"""The collector of cycles waits while files are read."""

import gc
import threading

from bilateral.collector import paused


def test_the_collector_waits_for_all_who_read_at_a_time():
    first, second = paused(), paused()
    seen = []

    first.__enter__()
    thread = threading.Thread(target=second.__enter__)
    thread.start()
    thread.join()
    seen.append(gc.isenabled())
    first.__exit__(None, None, None)
    seen.append(gc.isenabled())
    second.__exit__(None, None, None)

    assert (*seen, gc.isenabled()) == (False, False, True)
