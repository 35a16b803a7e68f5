/// A graphics processor or other accelerator that the system lists. Whether its drivers and libraries work is not
/// known: no vendor's library is called.
public struct Accelerator: Sendable, Equatable {
    public enum Maker: String, Sendable, CaseIterable {
        case amd, apple, intel, nvidia, qualcomm, other
    }

    public let maker: Maker
    /// The name where a driver gives one, and otherwise the numbers of the device, as in `1002:744c`.
    public let name: String
    /// Memory of its own, in bytes; not known for most.
    public let memory: Int?
    /// Whether a driver for computing has taken the device, as far as the system shows it.
    public let hasComputeDriver: Bool

    public init(maker: Maker, name: String, memory: Int?, hasComputeDriver: Bool) {
        self.maker = maker
        self.name = name
        self.memory = memory
        self.hasComputeDriver = hasComputeDriver
    }

    /// All accelerators that the files show; an empty list where the system lists its devices and none is one.
    static func all(_ files: some SystemFiles) -> Figure<[Accelerator]> {
        let nvidia = nvidiaDriver(files)
        let devices = pciDevices(files)
        var found = nvidia
        for device in devices ?? [] where !(device.maker == .nvidia && !nvidia.isEmpty) { found.append(device) }
        if found.isEmpty { found = cards(files) }
        // The windows of some virtual systems show a GPU by this device alone.
        if found.isEmpty, files.exists("/dev/dxg") {
            found = [Accelerator(maker: .other, name: "dxg", memory: nil, hasComputeDriver: true)]
        }
        if found.isEmpty, devices == nil, files.names(in: "/sys/class/drm") == nil { return .unknown(.notExposed) }
        return .known(found, from: .deviceList)
    }

    /// The folder of NVIDIA's driver has a folder for each device, with a file of lines such as `Model: NVIDIA A100`.
    private static func nvidiaDriver(_ files: some SystemFiles) -> [Accelerator] {
        let root = "/proc/driver/nvidia/gpus"
        return (files.names(in: root) ?? []).sorted().map { device in
            let lines = (files.text(of: "\(root)/\(device)/information") ?? "").split(separator: "\n")
            let model = lines.first { $0.hasPrefix("Model:") }.map { $0.dropFirst("Model:".count).trimmed }
            return Accelerator(
                maker: .nvidia, name: model.flatMap { $0.isEmpty ? nil : $0 } ?? device, memory: nil,
                hasComputeDriver: files.exists("/dev/nvidiactl") || files.exists("/dev/nvidia0"))
        }
    }

    /// Devices on the PCI bus whose class is display controller (03) or processing accelerator (12).
    private static func pciDevices(_ files: some SystemFiles) -> [Accelerator]? {
        let root = "/sys/bus/pci/devices"
        guard let names = files.names(in: root) else { return nil }
        return names.sorted().compactMap { name in
            guard let code = hexadecimal(files.word(of: "\(root)/\(name)/class")) else { return nil }
            let kind = code >> 16
            let vendor = hexadecimal(files.word(of: "\(root)/\(name)/vendor")) ?? 0
            guard kind == 0x03 || kind == 0x12, let maker = maker(vendor) else { return nil }
            let device = hexadecimal(files.word(of: "\(root)/\(name)/device")) ?? 0
            return Accelerator(
                maker: maker, name: "\(digits(vendor)):\(digits(device))",
                memory: files.number(of: "\(root)/\(name)/mem_info_vram_total"),
                hasComputeDriver: maker == .amd && files.exists("/dev/kfd"))
        }
    }

    /// Cards that a display driver lists but no PCI bus, as on single-board computers and Apple's.
    private static func cards(_ files: some SystemFiles) -> [Accelerator] {
        let root = "/sys/class/drm"
        let cards = (files.names(in: root) ?? []).filter { $0.hasPrefix("card") && Int($0.dropFirst(4)) != nil }
        return cards.sorted().compactMap { card in
            let event = files.text(of: "\(root)/\(card)/device/uevent") ?? ""
            let driver = event.split(separator: "\n").first { $0.hasPrefix("DRIVER=") }?.dropFirst("DRIVER=".count)
            guard let driver, !driver.isEmpty, !emulated.contains(String(driver)) else { return nil }
            let makers: [String: Maker] = [
                "amdgpu": .amd, "asahi": .apple, "i915": .intel, "xe": .intel, "msm": .qualcomm,
            ]
            return Accelerator(
                maker: makers[String(driver)] ?? .other, name: String(driver), memory: nil, hasComputeDriver: false)
        }
    }

    /// Drivers of displays that a hypervisor or a management chip only imitates.
    private static let emulated: Set<String> = [
        "ast", "bochs-drm", "cirrus", "mgag200", "qxl", "simple-framebuffer", "vboxvideo", "vc4-drm", "vkms",
        "virtio_gpu",
        "virtio-pci", "vmwgfx",
    ]

    /// The maker by its PCI number; nothing for makers of displays that only a hypervisor or management chip imitates.
    private static func maker(_ vendor: Int) -> Maker? {
        switch vendor {
        case 0x1002, 0x1022: .amd
        case 0x10DE: .nvidia
        case 0x8086: .intel
        case 0x106B: .apple
        case 0x5143, 0x17CB: .qualcomm
        // Virtio, QEMU, VMware, VirtualBox, Cirrus, Hyper-V, Red Hat, Aspeed, Matrox.
        case 0x1AF4, 0x1234, 0x15AD, 0x80EE, 0x1013, 0x1414, 0x1B36, 0x1A03, 0x102B: nil
        default: .other
        }
    }

    private static func hexadecimal(_ text: String?) -> Int? {
        guard let text, text.hasPrefix("0x") else { return nil }
        return Int(text.dropFirst(2), radix: 16)
    }

    private static func digits(_ number: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text
    }
}
