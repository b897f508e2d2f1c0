"""The Java kernel, and the messages that a page exchanges with it."""

import os
import re


class CellFailure(Exception):
    """The message of a cell's error."""


def tried_again(start):
    """Starts a kernel, and once more if it dies, as JupyterLab does: another program may have taken one of its ports."""
    try:
        return start()
    except RuntimeError:
        return start()


def environment(options):
    """This process's environment, with more options for the kernel's Java. JJava allows no blank at either end."""
    return {**os.environ, "JJAVA_JVM_OPTS": f"{os.environ.get('JJAVA_JVM_OPTS', '')} {options}".strip()}


class Kernel:
    """A new kernel and its client; closing it ends the kernel."""

    def __init__(self, **options):
        """Options are those of jupyter_client, such as stderr."""
        from jupyter_client.manager import start_new_kernel  # here, because ./lab doctor may run without it

        self.manager, self.client = tried_again(lambda: start_new_kernel(kernel_name="java", **options))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def send(self, kind, content, metadata=None, buffers=None):
        """Sends a request and returns all messages that answer it."""
        message = self.client.session.msg(kind, content, metadata=metadata)
        self.client.session.send(self.client.shell_channel.socket, message, buffers=buffers)
        answers = []
        while True:
            answer = self.client.get_iopub_msg(timeout=60)
            if answer["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if answer["msg_type"] == "status":
                if answer["content"]["execution_state"] == "idle":
                    return answers
            elif answer["msg_type"] != "execute_input":
                answers.append(answer)

    def attempt(self, code, cell="other", deleted=()):
        """Runs a cell that may fail and returns all messages that answer it."""
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {},
                   "allow_stdin": False, "stop_on_error": True}
        return self.send("execute_request", content, {"cellId": cell, "deletedCells": list(deleted)})

    def run(self, code, cell="other", deleted=()):
        """Runs a cell that must not fail and returns all messages that answer it."""
        answers = self.attempt(code, cell, deleted)
        for error in of(answers, "error"):
            raise CellFailure(plain(error["content"]["traceback"]) or error["content"]["evalue"])
        return answers

    def error(self, code, cell="other", deleted=()):
        """Runs a cell that must fail and returns the message of its error."""
        errors = of(self.attempt(code, cell, deleted), "error")
        if not errors:
            raise CellFailure(f"this cell ended without an error:\n{code}")
        return errors[0]["content"]["evalue"]

    def result(self, code, cell="other", deleted=()):
        answers = self.run(code, cell, deleted)
        for answer in of(answers, "execute_result"):
            return answer["content"]["data"]
        raise CellFailure(f"{code} has no value; the kernel sent only {[answer['msg_type'] for answer in answers]}")

    def interrupt(self):
        """Presses the page's stop button. The kernel looks for it 20 times per second; this returns when it has."""
        message = self.client.session.msg("interrupt_request")
        self.client.control_channel.send(message)
        while self.client.get_control_msg(timeout=60)["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            pass

    def tell(self, comm, data, buffers=None):
        return self.send("comm_msg", {"comm_id": comm, "data": data}, buffers=buffers)


def plain(traceback):
    """The message of an exception or compiler error, without colours, stack trace and leading class names."""
    lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in traceback if "\tat " not in line]
    text = "\n".join(lines).strip()
    return re.sub(r"^(?:(?:\w+\.)+[\w$]+: )+", "", text)


def complaint(log):
    """Why a kernel did not start: its log in one line, without what it always writes."""
    log.seek(0)
    lines = (line.strip() for line in log.read().splitlines())
    return " ".join([line for line in lines if line and not line.startswith(("[", "NOTE"))][:2])


def of(answers, kind):
    return [answer for answer in answers if answer["msg_type"] == kind]


def opened(answers):
    """The comms that were opened: their ids by the names of their models."""
    return {o["content"]["data"]["state"]["_model_name"]: o["content"]["comm_id"] for o in of(answers, "comm_open")}


def data(answers):
    """What was sent over comms: the id, the data, the bytes."""
    return [(a["content"]["comm_id"], a["content"]["data"], [bytes(b) for b in a["buffers"]])
            for a in of(answers, "comm_msg")]
