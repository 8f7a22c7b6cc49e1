#!/usr/bin/env python3
"""Answers scenarios with the Linux bridge: three bridges in a row, veth pairs for hosts and links. Runs as root in a kernel of
its own (linux.sh starts one in User-Mode Linux), scenarios in the file argv[1], answers to argv[2]."""
import socket
import struct
import subprocess
import sys

import scenarios

SOL_PACKET, AUXDATA, IGNORE_OUTGOING = 263, 8, 23
TAG_VALID, TPID_VALID = 0x10, 0x40
PROBE = 0x88B6


def batch(tool, lines):
    if lines:
        subprocess.run([tool, "-batch", "-"], input="\n".join(lines) + "\n", text=True, check=True)


def device(port):
    """The bridge's side of a scenario port: S1.2 is s1p2, S1.L2 is s1L2. The host's side of s1p2 is h1p2."""
    return f"s{port[1]}{port[3:]}" if ".L" in port else f"s{port[1]}p{port[3]}"


def build():
    subprocess.run(["sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1"], check=False)
    lines = []
    for s in scenarios.SWITCHES:
        lines += [f"link add S{s} type bridge vlan_filtering 1 vlan_default_pvid 0 stp_state 0 mcast_snooping 0 forward_delay 0",
                  f"link set S{s} up"]
    for port in scenarios.host_ports():
        inside = device(port)
        lines += [f"link add {inside} type veth peer name h{inside[1:]}", f"link set {inside} master S{port[1]} up",
                  f"link set h{inside[1:]} up"]
    for port in scenarios.link_ports():
        here, there = device(port), device(scenarios.far_end(port))
        if here < there:
            lines += [f"link add {here} type veth peer name {there}", f"link set {here} master S{here[1]} up",
                      f"link set {there} master S{there[1]} up"]
    batch("ip", lines + ["link add echo0 type veth peer name echo1", "link set echo0 up", "link set echo1 up"])


def wanted(port):
    """The VLANs of a bridge port with their flags."""
    if port is None or port["mode"] == "down":
        return {}
    if port["mode"] == "access":
        return {port["vlan"]: " pvid untagged"}
    untagged_out, untagged_in, native, allowed = scenarios.trunk_of(port)
    flags = (" pvid" if untagged_in else "") + (" untagged" if untagged_out else "")
    others = {vlan: " untagged" if vlan in port.get("untagged", []) else "" for vlan in allowed}
    return {vlan: flags if vlan == native else others[vlan] for vlan in allowed}


class Tap:
    """Sees every frame that reaches a host's side, with the tag that the kernel keeps apart put back."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        for option in (AUXDATA, IGNORE_OUTGOING):
            self.socket.setsockopt(SOL_PACKET, option, 1)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        self.socket.setblocking(False)
        self.hosts = {f"h{device(p)[1:]}": p for p in scenarios.host_ports()}

    def take(self):
        frames = []
        while True:
            try:
                frame, ancillary, _, (name, *_) = self.socket.recvmsg(65536, 256)
            except BlockingIOError:
                return frames
            if name not in self.hosts:
                continue
            for level, kind, data in ancillary:
                if level == SOL_PACKET and kind == AUXDATA:
                    status, _, _, _, _, tci, tpid = struct.unpack("=IIIHHHH", data[:20])
                    if status & TAG_VALID:
                        tpid = tpid if status & TPID_VALID else 0x8100
                        frame = frame[:12] + struct.pack("!HH", tpid, tci) + frame[12:]
            frames.append((self.hosts[name], frame.hex()))


class Echo:
    """A frame sent along a cable of its own and read back: the kernel's queue is in order, so what came before is done."""

    def __init__(self):
        self.out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        self.out.bind(("echo0", 0))
        self.back = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(PROBE))
        self.back.bind(("echo1", PROBE))
        self.back.settimeout(2)

    def settle(self):
        for _ in range(2 * len(scenarios.SWITCHES)):
            self.out.send(b"\xff" * 6 + b"\2\0\0\0\0\x77" + struct.pack("!H", PROBE) + bytes(46))
            self.back.recv(2048)


def configure(now, ports):
    lines = []
    for port in scenarios.host_ports() + scenarios.link_ports():
        name, new, old = device(port), wanted(ports.get(port)), now.get(port, {})
        lines += [f"vlan del vid {vlan} dev {name}" for vlan in old if old[vlan] != new.get(vlan)]
        lines += [f"vlan add vid {vlan} dev {name}{flags}" for vlan, flags in new.items() if old.get(vlan) != flags]
        now[port] = new
    batch("bridge", lines)
    for s in scenarios.SWITCHES:
        with open(f"/sys/class/net/S{s}/bridge/flush", "w") as flush:
            flush.write("1")


def main():
    build()
    tap, echo, now = Tap(), Echo(), {}
    sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    with open(sys.argv[1]) as asked, open(sys.argv[2], "w") as answers:
        for scenario in scenarios.read(asked):
            configure(now, scenario["ports"])
            echo.settle()
            tap.take()
            results = []
            for injected in scenario["inject"]:
                sender.sendto(bytes.fromhex(injected["frame"]), (f"h{device(injected['port'])[1:]}", 0))
                echo.settle()
                results.append(tap.take())
            scenarios.write(scenario, results, answers)


main()
