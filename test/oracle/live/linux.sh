#!/bin/sh
# Scenarios on stdin, answers on stdout: runs linux.py as root in a kernel of its own, User-Mode Linux on the host's files.
# Needs user-mode-linux and iproute2; no root.
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d /tmp/dojo-linux.XXXXXX)
trap 'rm -rf "$work"' EXIT
cat >"$work/scenarios"
cat >"$work/init" <<INIT
#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin PYTHONDONTWRITEBYTECODE=1
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t tmpfs tmp /run
mkdir -p /run/modules/lib/modules
mount --bind /usr/lib/uml/modules /run/modules/lib/modules
for module in veth bridge 8021q; do modprobe -d /run/modules \$module; done
ip link set lo up
/usr/bin/python3 $here/linux.py $work/scenarios $work/answers
sync
halt -f
INIT
chmod +x "$work/init"
timeout "${UML_SECONDS:-900}" linux.uml mem=512M root=/dev/root rootfstype=hostfs rootflags=/ rw quiet \
  init="$work/init" con=null con0=null,fd:1 </dev/null >"$work/log" 2>&1
[ -s "$work/answers" ] || { cat "$work/log" >&2; exit 1; }
cat "$work/answers"
