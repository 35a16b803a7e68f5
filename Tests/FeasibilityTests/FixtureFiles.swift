import Feasibility

/// A system that consists of these files; folders follow from their paths.
struct FixtureFiles: SystemFiles {
    var files: [String: String]

    func text(of path: String) -> String? { files[path] }

    func names(in folder: String) -> [String]? {
        let names = files.keys.filter { $0.hasPrefix("\(folder)/") }
            .compactMap { $0.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init) }
        return names.isEmpty ? nil : Array(Set(names))
    }

    func exists(_ path: String) -> Bool { files[path] != nil || names(in: path) != nil }

    /// With some files more, or others in their place.
    func with(_ others: [String: String]) -> FixtureFiles { FixtureFiles(files: files.merging(others) { $1 }) }
}

extension FixtureFiles {
    static let nothing = FixtureFiles(files: [:])

    private static func processors(_ count: Int, _ lines: (Int) -> String) -> String {
        (0..<count).map { "processor\t: \($0)\n\(lines($0))\n" }.joined(separator: "\n")
    }

    /// A desktop with four cores of two threads.
    static let intelDesktop: FixtureFiles = {
        var files = [
            "/proc/cpuinfo": processors(8) {
                """
                vendor_id\t: GenuineIntel
                model name\t: Intel(R) Core(TM) i7-6700 CPU @ 3.40GHz
                physical id\t: 0
                siblings\t: 8
                core id\t\t: \($0 % 4)
                cpu cores\t: 4
                flags\t\t: fpu sse sse2 ssse3 sse4_1 sse4_2 avx f16c avx2 fma
                """
            },
            "/proc/meminfo": "MemTotal:       16303428 kB\nMemFree:          812345 kB\nMemAvailable:    9876543 kB\n",
            "/sys/devices/system/cpu/online": "0-7\n",
            "/sys/bus/pci/devices/0000:00:02.0/class": "0x030000\n",
            "/sys/bus/pci/devices/0000:00:02.0/vendor": "0x8086\n",
            "/sys/bus/pci/devices/0000:00:02.0/device": "0x1912\n",
            "/sys/bus/pci/devices/0000:00:1f.2/class": "0x010601\n",
            "/sys/bus/pci/devices/0000:00:1f.2/vendor": "0x8086\n",
            "/sys/fs/cgroup/cgroup.controllers": "cpuset cpu io memory pids\n",
            "/proc/self/cgroup": "0::/user.slice/user-1000.slice\n",
        ]
        for cpu in 0..<8 {
            files["/sys/devices/system/cpu/cpu\(cpu)/topology/core_cpus_list"] = "\(cpu % 4),\(cpu % 4 + 4)\n"
        }
        let caches = [
            ("Data", "1", "32K", "0,4"), ("Instruction", "1", "32K", "0,4"), ("Unified", "2", "256K", "0,4"),
            ("Unified", "3", "8192K", "0-7"),
        ]
        for (index, cache) in caches.enumerated() {
            let folder = "/sys/devices/system/cpu/cpu0/cache/index\(index)"
            files["\(folder)/type"] = cache.0 + "\n"
            files["\(folder)/level"] = cache.1 + "\n"
            files["\(folder)/size"] = cache.2 + "\n"
            files["\(folder)/shared_cpu_list"] = cache.3 + "\n"
        }
        return FixtureFiles(files: files)
    }()

    /// A server of AMD in a virtual machine of two cores, in a container of version 1 with limits.
    static let amdContainer = FixtureFiles(files: [
        "/proc/cpuinfo": processors(2) {
            """
            vendor_id\t: AuthenticAMD
            model name\t: AMD EPYC 7763 64-Core Processor
            physical id\t: 0
            core id\t\t: \($0)
            flags\t\t: fpu sse sse2 sse4_2 avx avx2 fma hypervisor
            """
        },
        "/proc/meminfo": "MemTotal:        8123456 kB\nMemFree:          500000 kB\nCached:          1000000 kB\n",
        "/proc/self/cgroup": "5:memory:/docker/abc\n4:cpu,cpuacct:/docker/abc\n0::/\n",
        "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us": "150000\n",
        "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us": "100000\n",
        "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
        "/sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes": "2147483648\n",
        "/sys/bus/pci/devices/0000:00:02.0/class": "0x030000\n",
        "/sys/bus/pci/devices/0000:00:02.0/vendor": "0x1234\n",
    ])

    /// A single-board computer: numbers instead of names, and a board.
    static let armBoard = FixtureFiles(files: [
        "/proc/cpuinfo": processors(4) { _ in
            """
            BogoMIPS\t: 108.00
            Features\t: fp asimd evtstrm crc32 cpuid
            CPU implementer\t: 0x41
            CPU architecture: 8
            CPU part\t: 0xd08
            """
        } + "\nHardware\t: BCM2835\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n",
        "/proc/meminfo": "MemTotal:        3884312 kB\nMemAvailable:    3012345 kB\n",
        "/sys/devices/system/cpu/online": "0-3\n",
        "/sys/class/drm/card0/device/uevent": "DRIVER=v3d\nOF_NAME=gpu\n",
        "/sys/class/drm/card1/device/uevent": "DRIVER=vc4-drm\n",
    ])

    /// A server with accelerators, and a container of version 2.
    static let acceleratorServer = intelDesktop.with([
        "/proc/driver/nvidia/gpus/0000:3b:00.0/information": "Model: \t\t NVIDIA A100-PCIE-40GB\nIRQ:   \t\t 53\n",
        "/dev/nvidiactl": "",
        "/dev/kfd": "",
        "/sys/bus/pci/devices/0000:3b:00.0/class": "0x030200\n",
        "/sys/bus/pci/devices/0000:3b:00.0/vendor": "0x10de\n",
        "/sys/bus/pci/devices/0000:3b:00.0/device": "0x20f1\n",
        "/sys/bus/pci/devices/0000:5e:00.0/class": "0x120000\n",
        "/sys/bus/pci/devices/0000:5e:00.0/vendor": "0x1002\n",
        "/sys/bus/pci/devices/0000:5e:00.0/device": "0x738c\n",
        "/sys/bus/pci/devices/0000:5e:00.0/mem_info_vram_total": "34342961152\n",
        "/sys/fs/cgroup/cpu.max": "max 100000\n",
        "/sys/fs/cgroup/user.slice/cpu.max": "400000 100000\n",
        "/sys/fs/cgroup/user.slice/user-1000.slice/cpu.max": "250000 100000\n",
        "/sys/fs/cgroup/user.slice/user-1000.slice/memory.max": "4294967296\n",
    ])

    /// Files that hold something else than they should.
    static let garbage = FixtureFiles(files: [
        "/proc/cpuinfo": "\u{0}\u{FFFD}::::\nprocessor\nflags\n: x\n",
        "/proc/meminfo": "MemTotal: lots kB\nMemAvailable: -5 kB\n",
        "/proc/self/cgroup": "::::\nnonsense\n9:cpu\n",
        "/sys/devices/system/cpu/online": "9-1,,x",
        "/sys/devices/system/cpu/cpu0/cache/index0/size": "-3K",
        "/sys/devices/system/cpu/cpu0/cache/index0/level": "one",
        "/sys/fs/cgroup/cgroup.controllers": "",
        "/sys/fs/cgroup/cpu.max": "0 0",
        "/sys/fs/cgroup/memory.max": "plenty",
        "/sys/bus/pci/devices/x/class": "0x",
        "/sys/bus/pci/devices/y/class": "0xZZ",
    ])
}
