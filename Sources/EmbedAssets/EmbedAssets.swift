import Foundation
import PackagePlugin

/// Embeds `questionnaires/` and `templates/` in the Assets module, so that one binary is all an office installs.
@main
struct EmbedAssets: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let package = context.package.directoryURL
        let folders = ["questionnaires", "templates"]
        var inputs: [URL] = []
        for folder in folders {
            let root = package.appendingPathComponent(folder, isDirectory: true)
            inputs.append(root)
            // Folders count too: a file that comes or goes changes its folder.
            let contents = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
            while let file = contents?.nextObject() as? URL { inputs.append(file) }
        }
        let output = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedAssets.swift")
        return [
            .buildCommand(
                displayName: "Embedding questionnaires and templates",
                executable: try context.tool(named: "EmbedTool").url,
                arguments: [output.path, package.path] + folders,
                inputFiles: inputs, outputFiles: [output])
        ]
    }
}
