// A Debian tree bootstrapped anew and made a screen by the kit, and that screen started under a virtual display, with keys and a pointer for an attacker.
// Everything lives in a mount and process namespace of its own and is gone with it. Root, debootstrap and a Debian mirror are needed. Called by kitAttack.full.test.ts.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { processesBelow } from "../printer/processTree.ts";

const KIT = resolve(import.meta.dirname, "../../kiosk/kit");
const run = promisify(execFile);
const MOST = { maxBuffer: 64_000_000 };

/** Debian's newest but one, which the kit names first; KIT_SUITE=trixie for the newest. */
const SUITE = process.env.KIT_SUITE ?? "bookworm";

/** @param wanted what provision.sh is told, the address last */
export async function makeDebianTree(tree: string, ...wanted: string[]): Promise<void> {
  if (!existsSync(join(tree, "etc/debian_version")))
    // It mounts too: in a namespace of its own, so that nothing stays behind if it is interrupted.
    await run("unshare", ["-m", "debootstrap", "--variant=minbase", "--include=ca-certificates", SUITE, tree], MOST);
  // A temporary folder is closed to all but its maker; the root of a machine is not.
  chmodSync(tree, 0o755);
  // Nothing of what is installed is started: the tree is no running machine.
  writeFileSync(join(tree, "usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  writeFileSync(join(tree, "etc/resolv.conf"), readFileSync("/etc/resolv.conf"));
  // As a machine of today has it: the browser comes from the security archive.
  const archives = [`debian ${SUITE}`, `debian-security ${SUITE}-security`].map(
    (one) => `deb http://deb.debian.org/${one} main\n`,
  );
  writeFileSync(join(tree, "etc/apt/sources.list"), archives.join(""));
  await provision(tree, ...wanted);
  await mounted(tree, `chroot ${tree} apt-get install -y -q --no-install-recommends xvfb xdotool`);
}

/** The kit once more on the same machine, as whoever looks after it does. */
export const provision = (tree: string, ...wanted: string[]) =>
  mounted(tree, `sh ${join(KIT, "provision.sh")} --inside ${tree} ${wanted.join(" ")}`);

async function mounted(tree: string, command: string): Promise<void> {
  const mounts = `mount --make-rprivate / && mount -t proc proc ${tree}/proc && mount --rbind /dev ${tree}/dev`;
  await run("unshare", ["-m", "sh", "-ec", `${mounts} && ${command}`], MOST);
}

/** The kit's browser beside the screen, with policies from a folder; it tells what it does on a port of this machine. */
export function startBrowser(tree: string, policies: string, port: number): ChildProcess {
  const inside = [
    `mount --make-rprivate / && mount -t proc proc ${tree}/proc && mount --rbind /dev ${tree}/dev && mount -t tmpfs tmpfs ${tree}/dev/shm`,
    `mount --bind ${policies} ${tree}/etc/chromium/policies/managed`,
    `exec chroot ${tree} chromium --headless=new --no-sandbox --user-data-dir=/tmp/policies --remote-debugging-port=${port} about:blank`,
  ].join(" && ");
  return spawn(
    "setpriv",
    ["--pdeathsig", "KILL", "unshare", "-m", "--pid", "--fork", "--kill-child", "sh", "-c", inside],
    {
      stdio: "ignore",
    },
  );
}

/** What a command says inside the tree, standard error included. */
export async function inTree(tree: string, ...command: string[]): Promise<string> {
  const { stdout, stderr } = await run("chroot", [tree, ...command], MOST);
  return `${stdout}${stderr}`;
}

export interface VirtualScreen {
  keys(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  pointer(...moves: string[]): Promise<void>;
  /** Sends a signal to each of the screen's processes of such a command. How many. */
  signal(command: RegExp, signal: NodeJS.Signals): number;
  /** How often the unit's command has been started, and what it and the guard wrote. */
  starts(): number;
  log(): string;
  end(): Promise<void>;
}

/** Starts what the units say: the screen's command as its user, again whenever it ends; the guard as often as its timer. */
export async function startScreen(tree: string): Promise<VirtualScreen> {
  const unit = (name: string, key: string) => {
    const found = new RegExp(`^${key}=(.*)$`, "m").exec(readFileSync(join(tree, "etc/systemd/system", name), "utf8"));
    if (found?.[1] === undefined) throw new Error(`${name} has no ${key}`);
    return found[1];
  };
  const [user, command] = [unit("bacheca-schermo.service", "User"), unit("bacheca-schermo.service", "ExecStart")];
  const seconds = (name: string, key: string) => Number.parseInt(unit(name, key), 10);
  // No systemd listens in the tree: its own tool does, at the unit's address and with the unit's command.
  const wants = join(tree, "etc/systemd/system/sockets.target.wants");
  const isBridged = existsSync(wants) && readdirSync(wants).includes("bacheca-ponte.socket");
  const bridgeCommand = () =>
    `systemd-socket-activate -l ${unit("bacheca-ponte.socket", "ListenStream")} ${unit("bacheca-ponte.service", "ExecStart")}`;
  const within = join(tree, "opt/attack");
  mkdirSync(within, { recursive: true });
  for (const [name, text] of Object.entries({
    // No systemd runs in the tree: what the guard asks of it is done by hand.
    systemctl: [
      "#!/bin/sh",
      'echo "guard: $*" >> /opt/attack/log; touch /opt/attack/asked; screen="$(cat /opt/attack/pid)"; kill -TERM "$screen"',
      `for tenth in $(seq ${10 * seconds("bacheca-schermo.service", "TimeoutStopSec")}); do kill -0 "$screen" 2>/dev/null || exit 0; sleep 0.1; done`,
      'kill -KILL "$screen"',
    ].join("\n"),
    screen: [
      "#!/bin/bash",
      "mkdir -p /run/screen /tmp/.X11-unix && chown bacheca /run/screen && chmod 700 /run/screen && chmod 1777 /tmp /tmp/.X11-unix",
      "mount -t tmpfs tmpfs /dev/shm && chmod 1777 /dev/shm",
      "rm -f /opt/attack/log /opt/attack/display /opt/attack/asked; touch /opt/attack/log",
      "Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>/opt/attack/display 2>/dev/null &",
      "until [ -s /opt/attack/display ]; do sleep 0.2; done",
      ...(isBridged ? [`${bridgeCommand()} >> /opt/attack/log 2>&1 &`] : []),
      `(set -a; . /etc/bacheca/screen.env; export RUNTIME_DIRECTORY=/run/guard PATH=/opt/attack:$PATH; mkdir -p /run/guard; sleep 40`,
      ` while :; do ${unit("bacheca-guardia.service", "ExecStart")} >> /opt/attack/log 2>&1 & sleep ${seconds("bacheca-guardia.timer", "OnUnitActiveSec")}; wait $!; done) &`,
      "while :; do",
      "  echo started >> /opt/attack/log",
      `  env -i PATH=/usr/local/bin:/usr/bin:/bin HOME="$(getent passwd ${user} | cut -d: -f6)" XDG_RUNTIME_DIR=/run/screen DISPLAY=:$(cat /opt/attack/display) \\`,
      "    $(cat /etc/bacheca/screen.env) WLR_BACKENDS=x11 WLR_RENDERER=pixman WLR_NO_HARDWARE_CURSORS=1 \\",
      `    setpriv --reuid ${user} --regid ${user} --init-groups --no-new-privs ${command} >> /opt/attack/log 2>&1 &`,
      "  echo $! > /opt/attack/pid; wait $!",
      `  setpriv --reuid ${user} --regid ${user} --init-groups ${unit("bacheca-schermo.service", "ExecStopPost").replace(/^-/, "")}`,
      // Asked to restart, systemd does so at once; one that ended by itself rests.
      `  if [ -e /opt/attack/asked ]; then rm /opt/attack/asked; else sleep ${seconds("bacheca-schermo.service", "RestartSec")}; fi`,
      "done",
    ].join("\n"),
  })) {
    writeFileSync(join(within, name), text);
    chmodSync(join(within, name), 0o755);
  }
  const inside = [
    `mount --make-rprivate / && mount --bind ${tree} ${tree} && mount --rbind /dev ${tree}/dev && cd ${tree} && mkdir -p old && pivot_root . old`,
    "mount -t proc proc /proc && umount -l /old && exec /opt/attack/screen",
  ].join(" && ");
  const screen: ChildProcess = spawn(
    "setpriv",
    ["--pdeathsig", "KILL", "unshare", "-m", "--pid", "--fork", "--kill-child", "sh", "-c", inside],
    { stdio: "ignore" },
  );
  const display = () => readFileSync(join(within, "display"), "utf8").trim();
  const hand = async (...args: string[]) => {
    await inTree(tree, "env", `DISPLAY=:${display()}`, "xdotool", ...args).catch(() => "");
  };
  const log = () => (existsSync(join(within, "log")) ? readFileSync(join(within, "log"), "utf8") : "");
  return {
    async keys(...keys) {
      for (const key of keys) await hand("key", key);
    },
    type: (text) => hand("type", text),
    pointer: (...moves) => hand(...moves),
    signal(command, signal) {
      const meant = processesBelow(screen.pid ?? 0).filter((one) => command.test(one.command));
      for (const { pid } of meant) process.kill(pid, signal);
      return meant.length;
    },
    starts: () => log().match(/^started$/gm)?.length ?? 0,
    log,
    async end() {
      if (screen.exitCode !== null || screen.signalCode !== null) return;
      const gone = new Promise((done) => screen.once("exit", done));
      screen.kill("SIGKILL");
      await gone;
    },
  };
}
