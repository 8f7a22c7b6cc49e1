"""What the drivers of all real switches share: scenarios in, answers out, one JSON object a line."""
import json
import sys

SWITCHES = (1, 2, 3)
HOSTS = (1, 2, 3, 4)


def host_ports():
    return [f"S{s}.{h}" for s in SWITCHES for h in HOSTS]


def link_ports():
    return [f"S{s}.L{s + d}" for s in SWITCHES for d in (-1, 1) if s + d in SWITCHES]


def far_end(link):
    """The port at the other end of a link: S1.L2 and S2.L1."""
    return f"S{link[4]}.L{link[1]}"


def read(stream=sys.stdin):
    return (json.loads(line) for line in stream if line.strip())


def write(scenario, deliveries, stream=sys.stdout):
    """One answer; `deliveries` holds a list of (port, hex) for each frame that was put in."""
    results = [{"deliveries": sorted([port, frame] for port, frame in each)} for each in deliveries]
    stream.write(json.dumps({"id": scenario["id"], "results": results}) + "\n")
    stream.flush()


def trunk_of(port):
    """(native untagged?, untagged taken?, native, tagged VLANs) of a trunk; the native VLAN keeps to the allowed list."""
    allowed, native, tagging = set(port["allowed"]), port["native"], port["tagNative"]
    carried = native in allowed
    untagged_out = carried and tagging is False
    untagged_in = carried and tagging != "drop"
    return untagged_out, untagged_in, native, sorted(allowed)
