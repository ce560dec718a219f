import Domain
import SecretScan

/// Reads what n8n writes: workflows in every form of export, and the folder of its source control.
///
/// What the files look like is described in `docs/importers/n8n.md`.
package struct N8nImporter: Importer {
    package var format: String { "n8n" }

    let scanner = ParameterScanner()

    package init() {}

    package func reads(_ path: String) -> Bool {
        isJSONPath(path)
    }

    package func recognises(_ file: SourceFile) -> Bool {
        if file.contains("\"nodes\""), file.contains("\"connections\"") || file.contains("\"typeVersion\"") {
            return true
        }
        // Files beside workflows, by where n8n puts them; what they hold could be anybody's.
        let names = file.path.split(separator: "/")
        let folder = names.count > 1 ? names[names.count - 2] : ""
        if folder == "credential_stubs" { return file.contains("\"type\"") && file.contains("\"data\"") }
        if names.last == "variable_stubs.json" { return file.contains("\"key\"") }
        // `export:credentials`.
        return file.contains("\"data\"") && file.contains("\"isManaged\"") && file.contains("\"type\"")
    }

    package func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> N8nPart {
        var part = N8nPart()
        let reader = N8nWorkflowReader(path: file.path, scanner: scanner, options: options)
        let secrets = N8nSecrets(fingerprint: options.fingerprint)
        var others = 0
        var variables = 0
        var firstOther: Int?
        do throws(JSONFailure) {
            let top = try JSONDocument.read(file.bytes, lists: ["workflows", "data"]) { element, place in
                if element["nodes"]?.isArray ?? false {
                    part.workflows.append(reader.workflow(of: element, place: place))
                } else if let (credential, hasValue) = N8nCredentials.exported(element, secrets: secrets) {
                    part.credentials.append(credential)
                    if hasValue { part.plainCredentials += 1 }
                    if element["data"]?.string != nil { part.encryptedCredentials += 1 }
                } else if element["key"]?.string != nil, element["value"] != nil {
                    variables += 1
                    if let secret = N8nCredentials.variable(element, scanner: scanner, secrets: secrets) {
                        part.variableSecrets.append(secret)
                    }
                } else {
                    others += 1
                    firstOther = firstOther ?? place
                }
                // A long list without anything known in it is of another kind; the rest is only checked.
                return !part.isEmpty || variables > 0 || others < 1000
            }
            take(top, from: file.path, reader: reader, into: &part)
            if part.kind == .other, variables > 0 { part.kind = .variables }
        } catch {
            let position = error.position(in: file.bytes)
            throw Unreadable(line: position.line, column: position.column, reason: error.reason)
        }
        if let firstOther, part.kind == .workflows || part.kind == .credentials {
            let reason = "\(others) elements of the list are no workflows; the first is element \(firstOther + 1)"
            part.remarks.append(Rejection(path: file.path, reason: reason))
        }
        if part.plainCredentials > 0 {
            let reason =
                "\(part.plainCredentials) credentials with their values in plain text; delete the file and rotate them"
            part.remarks.append(Rejection(path: file.path, reason: reason))
        }
        if !part.variableSecrets.isEmpty {
            let names = part.variableSecrets.compactMap(\.reference.name).sorted().map { "`\($0)`" }.joined(
                separator: ", "
            )
            let reason = "variables with secrets in plain text: \(names); keep them as credentials"
            part.remarks.append(Rejection(path: file.path, reason: reason))
        }
        return part
    }

    /// Takes what stands at the top of a file, elements of lists excepted.
    private func take(_ top: JSONTop, from path: String, reader: N8nWorkflowReader, into part: inout N8nPart) {
        if !part.workflows.isEmpty {
            part.kind = .workflows
            return
        }
        if !part.credentials.isEmpty {
            part.kind = .credentials
            return
        }
        guard case .object(let object) = top else {
            part.kind = N8nPart.Kind(ofList: path)
            return
        }
        if object["nodes"]?.isArray ?? false {
            part.kind = .workflows
            part.workflows = [reader.workflow(of: object, place: nil)]
        } else if folderName(of: path) == "credential_stubs", let credential = N8nCredentials.stub(object) {
            part.kind = .credentials
            part.credentials = [credential]
        } else if folderName(of: path) == "projects", let id = object["id"]?.scalarText {
            part.kind = .project
            part.projects[id] = N8nProject(object)
        } else if object["tags"]?.isArray ?? false {
            part.kind = .tags
            part.takeTags(object)
        } else if object["folders"]?.isArray ?? false {
            part.kind = .folders
        } else if folderName(of: path) == "datatables" {
            part.kind = .tables
        } else if object["workflows"]?.isArray ?? false {
            part.kind = .workflows
        } else {
            part.kind = .other
        }
    }

    private func folderName(of path: String) -> Substring {
        let names = path.split(separator: "/")
        return names.count > 1 ? names[names.count - 2] : ""
    }
}
