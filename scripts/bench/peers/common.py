"""What the Python peers share: the data in the folder, the clock, and how an answer is told."""

import json
import os
import struct
import sys
import time


def missing(reason):
    """Says why nothing can be asked, and ends."""
    print(json.dumps({"missing": reason}))
    sys.exit(0)


class Work:
    """The folder that the bench wrote (`hand-over.ts`)."""

    def __init__(self, numpy):
        self.numpy = numpy
        self.folder = sys.argv[1]
        with open(self.path("task.json"), encoding="utf-8") as file:
            self.task = json.load(file)
        self.lon, self.lat, self.x, self.y = (self.column(name) for name in ("lon", "lat", "x", "y"))
        self.order = numpy.fromfile(self.path("order.u32"), dtype="<u4")
        self.count = len(self.lon)

    def path(self, name):
        return os.path.join(self.folder, name)

    def column(self, name):
        return self.numpy.fromfile(self.path(name + ".f64"), dtype="<f8")

    def wkb(self, name):
        """The well-known binary of every feature of a layer."""
        with open(self.path(name + ".wkb"), "rb") as file:
            data = file.read()
        features, at = [], 0
        while at < len(data):
            (length,) = struct.unpack_from("<I", data, at)
            features.append(data[at + 4 : at + 4 + length])
            at += 4 + length
        return features

    def ranks(self, name):
        """Group and rank of every feature of a layer."""
        both = self.numpy.fromfile(self.path(name + ".ranks"), dtype="u1")
        return both[: len(both) // 2], both[len(both) // 2 :]

    def tell(self, contest, name, run, every=1):
        """Times `run` (a call that gives the answers) and tells the bench. The first call warms up."""
        def call():
            start, cpu = time.perf_counter(), time.process_time()
            answers = run()
            return (time.perf_counter() - start) * 1e3, (time.process_time() - cpu) * 1e3, answers

        first, first_cpu, answers = call()
        samples, cpus, spent = [], [], first
        while len(samples) < self.task["repeats"] and spent < self.task["budgetMs"]:
            took, cpu, answers = call()
            samples.append(took)
            cpus.append(cpu)
            spent += took
        files = []
        for k, answer in enumerate(answers):
            answer = self.numpy.ascontiguousarray(answer)
            kind = {"i4": "i32", "u4": "u32", "f8": "f64"}[answer.dtype.str[1:]]
            slug = "".join(c if c.isalnum() else "-" for c in name)
            files.append("answers/%s-%s-%d.%s" % (contest, slug, k, kind))
            answer.tofile(self.path(files[-1]))
        line = {
            "contest": contest,
            "name": name,
            "timing": {
                "clock": {"firstMs": first, "samples": samples or [first]},
                "processor": {"firstMs": first_cpu, "samples": cpus or [first_cpu]},
            },
            "every": every,
            "columns": files,
        }
        print(json.dumps(line), flush=True)
