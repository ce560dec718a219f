import Foundation
import TestSupport
import Testing

/// Archives made by another program, whole ones and such that somebody means ill with.
enum ArchiveSamples {
    /// Each holds what the folder `shop` holds.
    static let whole = [
        "shop.zip", "stored.zip", "streamed.zip", "zip64.zip", "dos.zip", "shop.tar", "v7.tar", "gnu.tar", "pax.tar",
        "shop.tgz", "members.tar.gz", "shop.tar.xz",
    ]

    /// Bytes by name; made once.
    private static let files = Result { try made() }

    /// Runs `body` on a folder with the archive in it.
    ///
    /// - Returns: What `body` returns; it is given the archive's path.
    static func with<T>(_ name: String, _ body: (_ archive: String) async throws -> T) async throws -> T {
        let bytes = try #require(try files.get()[name], "\(name)")
        return try await withTemporaryFolder { folder in
            try write(bytes, to: name, in: folder)
            return try await body(folder + "/" + name)
        }
    }

    static func bytes(of name: String) throws -> [UInt8] { try #require(try files.get()[name], "\(name)") }

    /// What `shop` holds, by path.
    static let shop = [
        "flows/a.json": workflow("first", nodes: [node("a", "n8n-nodes-base.set")]),
        "flows/deep/b.json": workflow("second", nodes: [node("b", "n8n-nodes-base.code")]),
        // The hundredth byte is a slash, at which the short form of a name in a tar archive ends.
        "flows/\(String(repeating: "l", count: 93))/c.json": "{\n [",
        "flows/\(String(repeating: "long", count: 40))/d.json": "{",
        "README.md": "#",
        "empty.txt": "",
    ]

    private static func made() throws -> [String: [UInt8]] {
        let folder = NSTemporaryDirectory() + "penstock-archives-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (path, text) in shop { try write(Array(text.utf8), to: "in/\(path)", in: folder) }
        try write(Array(workflow("good", nodes: [node("a", "n8n-nodes-base.set")]).utf8), to: "good.json", in: folder)
        try write(
            Array(workflow("second", nodes: [node("a", "n8n-nodes-base.set")]).utf8),
            to: "second.json",
            in: folder
        )
        try write([], to: "out/none", in: folder)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, folder]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/out")
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out/\($0)"))))
            }
        )
    }

    private static let script = #"""
        import gzip, io, lzma, os, stat, struct, sys, tarfile, zipfile, zlib
        root = sys.argv[1]
        shop = {}
        for at, _, names in os.walk(root + "/in"):
            for name in names:
                path = os.path.relpath(os.path.join(at, name), root + "/in")
                shop[path] = open(os.path.join(at, name), "rb").read()
        good = open(root + "/good.json", "rb").read()
        second = open(root + "/second.json", "rb").read()

        def put(name, data):
            open(root + "/out/" + name, "wb").write(data)

        class Pipe(io.RawIOBase):
            """Can be written and not sought, so that sizes stand behind the data."""
            def __init__(self): self.data = bytearray()
            def writable(self): return True
            def write(self, b): self.data += bytes(b); return len(b)

        def zipped(files, method=zipfile.ZIP_DEFLATED, stream=False, force64=False, system=3):
            out = Pipe() if stream else io.BytesIO()
            with zipfile.ZipFile(out, "w", method) as z:
                for name, data in files:
                    info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
                    if not isinstance(name, zipfile.ZipInfo): info.create_system = system
                    info.compress_type = method
                    with z.open(info, "w", force_zip64=force64) as f: f.write(data)
            return bytes(out.data) if stream else out.getvalue()

        def tarred(entries, format=tarfile.PAX_FORMAT):
            out = io.BytesIO()
            with tarfile.open(fileobj=out, mode="w", format=format) as t:
                for entry in entries:
                    info, data = entry if isinstance(entry[0], tarfile.TarInfo) else (tarfile.TarInfo(entry[0]), entry[1])
                    if data is not None: info.size = len(data)
                    t.addfile(info, io.BytesIO(data) if data is not None else None)
            return out.getvalue()

        folders = [(d, None) for d in ["flows/", "flows/deep/"]]
        files = sorted(shop.items())
        put("shop.zip", zipped([("flows/", b"")] + files))
        put("stored.zip", zipped(files, zipfile.ZIP_STORED))
        put("streamed.zip", zipped(files, stream=True))
        put("dos.zip", zipped(files, system=0).replace(b"flows/a.json", b"flows\\a.json"))

        # Every number in its large form.
        def zip64(files):
            body, directory = b"", b""
            for name, data in files:
                name = name.encode()
                packer = zlib.compressobj(9, zlib.DEFLATED, -15)
                packed = packer.compress(data) + packer.flush()
                at = len(body)
                crc = zlib.crc32(data)
                body += struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0, 8, 0, 0, crc, 0xFFFFFFFF, 0xFFFFFFFF, len(name), 20)
                body += name + struct.pack("<HHQQ", 1, 16, len(data), len(packed)) + packed
                directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 3 << 8 | 45, 45, 0, 8, 0, 0, crc, 0xFFFFFFFF,
                                         0xFFFFFFFF, len(name), 28, 0, 0, 0, 0o100644 << 16, 0xFFFFFFFF)
                directory += name + struct.pack("<HHQQQ", 1, 24, len(data), len(packed), at)
            record = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, len(files), len(files), len(directory), len(body))
            locator = struct.pack("<IIQI", 0x07064B50, 0, len(body) + len(directory), 1)
            end = struct.pack("<IHHHHIIH", 0x06054B50, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
            return body + directory + record + locator + end
        put("zip64.zip", zip64(files))

        plain = tarred(files)
        put("shop.tar", tarred([(n, d) for n, d in files], tarfile.GNU_FORMAT))
        put("gnu.tar", tarred(files, tarfile.GNU_FORMAT))
        pax = []
        for name, data in files:
            info = tarfile.TarInfo(name); info.pax_headers = {"comment": "x" * 700, "path": name}; info.mtime = 1.5
            pax.append((info, data))
        put("pax.tar", tarred(pax))
        # Before ustar there was no magic; the long name goes into a folder's prefix there, so here it is GNU's form.
        def old(data):
            data = bytearray(data)
            for at in range(0, len(data), 512):
                if data[at + 257:at + 263] == b"ustar ":
                    data[at + 257:at + 265] = bytes(8)
                    data[at + 148:at + 156] = b" " * 8
                    data[at + 148:at + 156] = b"%06o\0 " % sum(data[at:at + 512])
            return bytes(data)
        put("v7.tar", old(tarred(files, tarfile.GNU_FORMAT)))
        put("shop.tgz", gzip.compress(plain))
        put("members.tar.gz", gzip.compress(plain[:700]) + gzip.compress(plain[700:]) + bytes(64))
        put("shop.tar.xz", lzma.compress(plain))

        # What leads out.
        def unix(name, mode):
            info = zipfile.ZipInfo(name); info.create_system = 3; info.external_attr = mode << 16
            return info
        evil = ["../evil.json", "/etc/evil.json", "a/../../evil.json"]
        put("hostile.zip", zipped([(n, good) for n in evil] + [("good.json", good), ("inner.zip", zipped(files)),
            (unix("link.json", stat.S_IFLNK | 0o777), b"/etc/passwd")]))
        def special(name, kind):
            info = tarfile.TarInfo(name); info.type = kind; info.linkname = "/etc/passwd"
            return (info, None)
        put("hostile.tar", tarred([(n, good) for n in evil] + [("good.json", good), ("inner.zip", zipped(files)),
            special("link.json", tarfile.SYMTYPE), special("hard.json", tarfile.LNKTYPE),
            special("pipe.json", tarfile.FIFOTYPE), special("device.json", tarfile.CHRTYPE)]))
        import warnings; warnings.simplefilter("ignore")
        put("twice.zip", zipped([("a.json", good), ("a.json", second)]))
        put("twice.tar", tarred([("a.json", good), ("a.json", second)]))

        # One bad file beside a good one.
        pair = [("bad.json", good), ("good.json", good)]
        def flagged(data, bit):
            data = bytearray(data)
            local, central = data.index(b"PK\3\4"), data.index(b"PK\1\2")
            data[local + 6] |= bit; data[central + 8] |= bit
            return bytes(data)
        put("encrypted.zip", flagged(zipped(pair), 1))
        wrong = bytearray(zipped(pair)); at = wrong.index(b"PK\1\2"); wrong[at + 16] ^= 1
        put("checksum.zip", bytes(wrong))
        put("renamed.zip", zipped(pair).replace(b"bad.json", b"odd.json", 1))
        other = bytearray(zipped(pair)); at = other.index(b"PK\1\2"); other[at + 10] = 12
        put("bzip2.zip", bytes(other))
        short = bytearray(zipped(pair)); at = short.index(b"PK\1\2")
        size = struct.unpack_from("<I", short, at + 24)[0]; struct.pack_into("<I", short, at + 24, size - 1)
        put("longer.zip", bytes(short))
        info = tarfile.TarInfo("bad.json"); info.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0"}
        put("sparse.tar", tarred([(info, good), ("good.json", good)]))

        # What is refused whole.
        zeros = bytes(100 << 20)
        put("bomb.zip", zipped([("bomb.json", zeros)]))
        bomb = tarred([("bomb.json", zeros)])
        put("bomb.tgz", gzip.compress(bomb))
        put("bomb.tar.xz", lzma.compress(bomb, preset=1))
        put("many.tar.gz", gzip.compress(b"".join(tarfile.TarInfo(f"{n}.x").tobuf() for n in range(200001)) + bytes(1024), 1))
        over = bytearray(zipped([("a.json", good), ("b.json", good)]))
        first = over.index(b"PK\1\2"); at = over.index(b"PK\1\2", first + 1); struct.pack_into("<I", over, at + 42, 0)
        put("overlap.zip", bytes(over))
        put("plain.json.gz", gzip.compress(good + b" " * 600))
        put("trailing.tar", tarred([("good.json", good)]) + b"more")
        whole = tarred([("good.json", good)])
        put("noend.tar", whole[:512 + (len(good) + 511) // 512 * 512])
        put("prefixed.zip", b"PK\3\4" + zipped(pair))
        split = bytearray(zipped(pair)); at = split.rindex(b"PK\5\6"); split[at + 4] = 1
        put("split.zip", bytes(split))
        """#
}
