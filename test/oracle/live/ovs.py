#!/usr/bin/env python3
"""Answers scenarios with Open vSwitch's userspace datapath and dummy ports. Needs openvswitch-switch, no root, no module."""
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

import scenarios

ISOLATED = 4001   # a trunk of this VLAN alone takes nothing that a scenario sends
SCHEMA = "/usr/share/openvswitch/vswitch.ovsschema"


class Control:
    """ovs-vswitchd's control socket: JSON-RPC."""

    def __init__(self, path):
        self.socket, self.text, self.number = socket.socket(socket.AF_UNIX), "", 0
        self.socket.connect(path)

    def __call__(self, method, *parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": list(parameters)}
        self.socket.sendall(json.dumps(request).encode())
        decoder = json.JSONDecoder()
        while True:
            try:
                reply, end = decoder.raw_decode(self.text)
            except ValueError:
                more = self.socket.recv(65536).decode()
                if not more:
                    sys.exit("ovs-vswitchd is gone")
                self.text += more
                continue
            self.text = self.text[end:]
            if reply.get("error"):
                sys.exit(f"{method}: {reply['error']}")
            return reply["result"]


class Capture:
    """The frames that a dummy port sent, read from the capture file it writes as they come."""

    def __init__(self, path):
        self.file = open(path, "rb")
        self.file.read(24)

    def take(self):
        frames = []
        while True:
            start = self.file.tell()
            header = self.file.read(16)
            length = struct.unpack("=IIII", header)[2] if len(header) == 16 else 0
            frame = self.file.read(length)
            if len(header) < 16 or len(frame) < length:
                self.file.seek(start)
                return frames
            frames.append(frame)


class Bridges:
    """A private database and daemon with three bridges in a row; links are streams, which parse each frame anew."""

    def __init__(self, folder):
        self.folder, self.env = folder, dict(os.environ, **{
            name: folder for name in ("OVS_RUNDIR", "OVS_LOGDIR", "OVS_DBDIR", "OVS_SYSCONFDIR")})
        self.database = f"unix:{folder}/db.sock"
        self.run("ovsdb-tool", "create", f"{folder}/conf.db", SCHEMA)
        self.processes = [self.start("ovsdb-server", f"--remote=p{self.database}", f"--unixctl={folder}/db.ctl", f"{folder}/conf.db")]
        self.wait_for(f"{folder}/db.sock")
        self.run("ovs-vsctl", f"--db={self.database}", "--no-wait", "init")
        self.processes.append(self.start(
            "ovs-vswitchd", "--enable-dummy=override", "--disable-system", "--disable-system-route",
            f"--unixctl={folder}/vswitchd.ctl", "-vconsole:off", "-vsyslog:off", f"--log-file={folder}/log", self.database))
        self.wait_for(f"{folder}/vswitchd.ctl")
        self.names = {name: name.replace(".", "p") for name in scenarios.host_ports() + scenarios.link_ports()}
        self.build()
        self.control = Control(f"{folder}/vswitchd.ctl")
        self.captures = {p: Capture(f"{folder}/{self.names[p]}.pcap") for p in scenarios.host_ports()}
        self.links = [(self.names[p], self.names[scenarios.far_end(p)]) for p in scenarios.link_ports()]
        self.connect()
        self.now, self.given = {}, {p: self.counters()[n][0] for p, n in self.names.items()}

    def run(self, *command):
        subprocess.run(command, env=self.env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def start(self, *command):
        return subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait_for(self, path):
        for _ in range(200):
            if os.path.exists(path):
                return
            time.sleep(0.05)
        sys.exit(f"{path} does not come up")

    def vsctl(self, *arguments):
        self.run("ovs-vsctl", f"--db={self.database}", *arguments)

    def build(self):
        arguments = ["set", "Open_vSwitch", ".", "other_config:vlan-limit=1"]
        for s in scenarios.SWITCHES:
            arguments += ["--", "add-br", f"S{s}", "--", "set", "bridge", f"S{s}", "datapath_type=dummy", "fail_mode=standalone"]
        for name, port in self.names.items():
            if ".L" in name:
                listens = name < scenarios.far_end(name)
                path = f"{self.folder}/{''.join(sorted(name[1] + name[4]))}.link"
                option = f"options:pstream=punix:{path}" if listens else f"options:stream=unix:{path}"
            else:
                option = f"options:tx_pcap={self.folder}/{port}.pcap"
            arguments += ["--", "add-port", name[:2], port, "--", "set", "interface", port, "type=dummy", option]
        self.vsctl(*arguments)

    def counters(self):
        """(received, sent) of every port."""
        shown = self.control("dpctl/show", "-s")
        found = re.findall(r"port \d+: (\S+) \(dummy[^)\n]*\)\n\s+RX packets:(\d+).*\n\s+TX packets:(\d+)", shown)
        return {name: (int(rx), int(tx)) for name, rx, tx in found}

    def connect(self):
        """Sends probes over the links until both streams carry them; what was lost before is remembered as an offset."""
        for _ in range(100):
            for here, _ in self.links:
                self.control("netdev-dummy/receive", here, "ff" * 6 + "0200000000ee" + "88b6" + "00" * 46)
            time.sleep(0.05)
            state = self.control("netdev-dummy/conn-state")
            if state.count("connected") >= 2 and "unconnected" not in state and "unknown" not in state:
                break
        time.sleep(0.2)
        counted = self.counters()
        self.offset = {link: counted[link[0]][1] - counted[link[1]][0] for link in self.links}

    def configure(self, ports):
        arguments = []
        for name, port in self.names.items():
            columns = wanted(ports.get(name))
            if self.now.get(name) != columns:
                arguments += (["--"] if arguments else []) + ["set", "port", port, *columns]
                self.now[name] = columns
        if arguments:
            self.vsctl(*arguments)
        for s in scenarios.SWITCHES:
            self.control("fdb/flush", f"S{s}")
        self.control("revalidator/purge")
        self.control("dpctl/del-flows")
        for capture in self.captures.values():
            capture.take()

    def inject(self, name, frame):
        port = self.names[name]
        self.control("netdev-dummy/receive", port, frame)
        self.given[name] += 1
        until = time.time() + 5
        while time.time() < until:
            counted = self.counters()
            on_the_way = any(counted[a][1] - counted[b][0] != self.offset[a, b] for a, b in self.links)
            if counted[port][0] >= self.given[name] and not on_the_way:
                break
        return [(p, frame.hex()) for p, capture in self.captures.items() for frame in capture.take()]

    def stop(self):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            process.wait()


def wanted(port):
    """The columns of a port. A native VLAN outside the list would be carried, so such a trunk is given none."""
    if port is None or port["mode"] == "down":
        return ["vlan_mode=trunk", "tag=[]", f"trunks=[{ISOLATED}]"]
    if port["mode"] == "access":
        return ["vlan_mode=access", f"tag={port['vlan']}", "trunks=[]"]
    untagged_out, untagged_in, native, allowed = scenarios.trunk_of(port)
    trunks = f"trunks=[{','.join(map(str, allowed or [ISOLATED]))}]"
    if not untagged_in:
        return ["vlan_mode=trunk", "tag=[]", trunks]
    return [f"vlan_mode={'native-untagged' if untagged_out else 'native-tagged'}", f"tag={native}", trunks]


def main():
    folder = tempfile.mkdtemp(prefix="dojo-ovs.")
    bridges = Bridges(folder)
    try:
        for scenario in scenarios.read():
            bridges.configure(scenario["ports"])
            scenarios.write(scenario, [bridges.inject(i["port"], i["frame"]) for i in scenario["inject"]])
    finally:
        bridges.stop()
        subprocess.run(["rm", "-rf", folder], check=False)


main()
