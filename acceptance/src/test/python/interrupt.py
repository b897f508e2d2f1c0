"""Trains without end in the real kernel, presses stop, and prints what the kernel says then."""

import sys
import time

from jupyter_client.manager import start_new_kernel

LIBRARY = sys.argv[1]
IMPORTS = f"%maven digits:digits-lib:{LIBRARY}\nimport digits.data.*; import digits.learn.*;"
ENDLESS = """
var endless = Trainer.of(new Logistic().tolerance(1e-300).iterations(1_000_000));
endless.train(Mnist.load().train(), progress -> System.out.println(progress.stage()));
"""
THREADS = """
Thread.getAllStackTraces().keySet().stream()
    .filter(thread -> thread.isAlive() && thread.getName().startsWith("digits-")).count()
"""


def execute(client, code):
    """The messages of a cell, in their order, as they come."""
    request = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return
        yield message


def main():
    manager, client = start_new_kernel(kernel_name="java")
    try:
        list(execute(client, IMPORTS))
        pressed = None
        for message in execute(client, ENDLESS):
            if message["msg_type"] == "stream" and "steps" in message["content"]["text"] and not pressed:
                pressed = time.monotonic()
                manager.interrupt_kernel()
            if message["msg_type"] == "error":
                print("error:", message["content"]["evalue"])
        print(f"ended after: {time.monotonic() - pressed:.1f} s")
        for message in execute(client, THREADS):
            if message["msg_type"] == "execute_result":
                print("threads left:", message["content"]["data"]["text/plain"])
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main()
