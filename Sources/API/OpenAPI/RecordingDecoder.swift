/// Answers every question of a type that decodes itself, and notes the question.
struct RecordingDecoder: Decoder {
    let recording: Recording
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(KeyedRecorder(recording: recording))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NoSample() }

    func singleValueContainer() -> any SingleValueDecodingContainer { SingleRecorder(recording: recording) }
}

private struct KeyedRecorder<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recording: Recording
    let codingPath: [any CodingKey] = []
    let allKeys: [Key] = []

    func contains(_ key: Key) -> Bool { true }

    func decodeNil(forKey key: Key) -> Bool {
        recording.ask(about: key.stringValue)
        return false
    }

    func decode(_ type: Bool.Type, forKey key: Key) -> Bool { note(.flag, false, key) }
    func decode(_ type: String.Type, forKey key: Key) -> String { note(.text(format: nil), "", key) }
    func decode(_ type: Double.Type, forKey key: Key) -> Double { note(.number, 0, key) }
    func decode(_ type: Float.Type, forKey key: Key) -> Float { note(.number, 0, key) }
    func decode(_ type: Int.Type, forKey key: Key) -> Int { note(.integer, 0, key) }
    func decode(_ type: Int8.Type, forKey key: Key) -> Int8 { note(.integer, 0, key) }
    func decode(_ type: Int16.Type, forKey key: Key) -> Int16 { note(.integer, 0, key) }
    func decode(_ type: Int32.Type, forKey key: Key) -> Int32 { note(.integer, 0, key) }
    func decode(_ type: Int64.Type, forKey key: Key) -> Int64 { note(.integer, 0, key) }
    func decode(_ type: UInt.Type, forKey key: Key) -> UInt { note(.integer, 0, key) }
    func decode(_ type: UInt8.Type, forKey key: Key) -> UInt8 { note(.integer, 0, key) }
    func decode(_ type: UInt16.Type, forKey key: Key) -> UInt16 { note(.integer, 0, key) }
    func decode(_ type: UInt32.Type, forKey key: Key) -> UInt32 { note(.integer, 0, key) }
    func decode(_ type: UInt64.Type, forKey key: Key) -> UInt64 { note(.integer, 0, key) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let (value, shape) = try ShapeRecorder.record(type)
        return note(shape, value, key)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key,
    ) throws -> KeyedDecodingContainer<Nested> { throw NoSample() }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw NoSample() }

    func superDecoder() throws -> any Decoder { throw NoSample() }

    func superDecoder(forKey key: Key) throws -> any Decoder { throw NoSample() }

    private func note<Value>(_ shape: Shape, _ value: Value, _ key: Key) -> Value {
        recording.note(shape, for: key.stringValue)
        return value
    }
}

private struct SingleRecorder: SingleValueDecodingContainer {
    let recording: Recording
    let codingPath: [any CodingKey] = []

    func decodeNil() -> Bool { false }

    func decode(_ type: Bool.Type) -> Bool { note(.flag, false) }
    func decode(_ type: String.Type) -> String { note(.text(format: nil), "") }
    func decode(_ type: Double.Type) -> Double { note(.number, 0) }
    func decode(_ type: Float.Type) -> Float { note(.number, 0) }
    func decode(_ type: Int.Type) -> Int { note(.integer, 0) }
    func decode(_ type: Int8.Type) -> Int8 { note(.integer, 0) }
    func decode(_ type: Int16.Type) -> Int16 { note(.integer, 0) }
    func decode(_ type: Int32.Type) -> Int32 { note(.integer, 0) }
    func decode(_ type: Int64.Type) -> Int64 { note(.integer, 0) }
    func decode(_ type: UInt.Type) -> UInt { note(.integer, 0) }
    func decode(_ type: UInt8.Type) -> UInt8 { note(.integer, 0) }
    func decode(_ type: UInt16.Type) -> UInt16 { note(.integer, 0) }
    func decode(_ type: UInt32.Type) -> UInt32 { note(.integer, 0) }
    func decode(_ type: UInt64.Type) -> UInt64 { note(.integer, 0) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (value, shape) = try ShapeRecorder.record(type)
        return note(shape, value)
    }

    private func note<Value>(_ shape: Shape, _ value: Value) -> Value {
        recording.note(shape)
        return value
    }
}
