/// Conditions on extension values and what the reference makes of them (SDK 4.12): `Allow`, `Deny`, or the error.
enum ExtensionVectors {
    static let cases: [(condition: String, answer: String)] = [
        ("ip(\"1.2.3.4\") == 1", "Deny"),
        ("ip(\"1.2.3.4/32\") == 1", "Deny"),
        ("ip(\"1.2.3.4/0\") == 1", "Deny"),
        (
            "ip(\"1.2.3.4/\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix from the string ``: cannot parse integer from empty string"
        ),
        (
            "ip(\"1.2.3.4/1/2\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix: string length 3 is too large"
        ),
        (
            "ip(\"1.2.3.4/+1\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix `+1`: encountered non-digit"
        ),
        (
            "ip(\"1.2.3.4/00\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix `00`: leading zero(s)"
        ),
        (
            "ip(\"1.2.3.4/033\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix: string length 3 is too large"
        ),
        (
            "ip(\"1.2.3.4/ 1\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix ` 1`: encountered non-digit"
        ),
        ("ip(\"1.2.3\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 1.2.3"),
        ("ip(\"1.2.3.4.5\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 1.2.3.4.5"),
        ("ip(\"256.1.1.1\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 256.1.1.1"),
        ("ip(\"1.2.3.4 \") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 1.2.3.4 "),
        ("ip(\"::\") == 1", "Deny"),
        ("ip(\"::/0\") == 1", "Deny"),
        ("ip(\"::/128\") == 1", "Deny"),
        (
            "ip(\"::/129\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix: 129 is larger than the limit 128"
        ),
        (
            "ip(\"::/0128\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix: string length 4 is too large"
        ),
        (
            "ip(\"::/1000\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix: string length 4 is too large"
        ),
        ("ip(\"1::2::3\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 1::2::3"),
        ("ip(\"1:2:3:4:5:6:7:8\") == 1", "Deny"),
        (
            "ip(\"1:2:3:4:5:6:7\") == 1",
            "error while evaluating `ipaddr` extension function: invalid IP address: 1:2:3:4:5:6:7"
        ),
        ("ip(\"1:2:3:4:5:6:7::\") == 1", "Deny"),
        ("ip(\"::1:2:3:4:5:6:7\") == 1", "Deny"),
        (
            "ip(\"1::2:3:4:5:6:7:8\") == 1",
            "error while evaluating `ipaddr` extension function: invalid IP address: 1::2:3:4:5:6:7:8"
        ),
        ("ip(\"12345::\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 12345::"),
        ("ip(\"::g\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: ::g"),
        (
            "ip(\"fe80::1%eth0\") == 1",
            "error while evaluating `ipaddr` extension function: invalid IP address: fe80::1%eth0"
        ),
        (
            "ip(\"::1.2.3.4\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing IP address from string: We do not accept IPv4 embedded in IPv6 (e.g., ::ffff:127.0.0.1). Found: `::1.2.3.4`"
        ),
        (
            "ip(\"1:2:3:4:5:6:1.2.3.4\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing IP address from string: We do not accept IPv4 embedded in IPv6 (e.g., ::ffff:127.0.0.1). Found: `1:2:3:4:5:6:1.2.3.4`"
        ),
        (
            "ip(\"::ffff:1.2\") == 1",
            "error while evaluating `ipaddr` extension function: invalid IP address: ::ffff:1.2"
        ),
        ("ip(\"[::1]\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: [::1]"),
        (
            "ip(\"1:2:3:4:5:6:7:8:9\") == 1",
            "error while evaluating `ipaddr` extension function: invalid IP address: 1:2:3:4:5:6:7:8:9"
        ),
        ("ip(\":::\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: :::"),
        ("ip(\":1\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: :1"),
        ("ip(\"1:\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 1:"),
        ("ip(\"0x1.2.3.4\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 0x1.2.3.4"),
        ("ip(\"01.2.3.4\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 01.2.3.4"),
        ("ip(\"ABCD::eF\") == 1", "Deny"),
        ("ip(\"::0000\") == 1", "Deny"),
        ("ip(\"::00000\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: ::00000"),
        (
            "ip(\"1.2.3.4/256\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix: string length 3 is too large"
        ),
        (
            "ip(\"1.2.3.4/99999999999\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix: string length 11 is too large"
        ),
        (
            "ip(\"1.2.3.4/3a\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix `3a`: encountered non-digit"
        ),
        (
            "ip(\"::/\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix from the string ``: cannot parse integer from empty string"
        ),
        (
            "ip(\"/8\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing IP address from the string ``: invalid IP address syntax"
        ),
        ("ip(\"\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: "),
        ("ip(\" \") == 1", "error while evaluating `ipaddr` extension function: invalid IP address:  "),
        ("ip(\"1.2.3.4.\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: 1.2.3.4."),
        ("ip(\".1.2.3\") == 1", "error while evaluating `ipaddr` extension function: invalid IP address: .1.2.3"),
        (
            "ip(\"::1/64/\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix `64/`: encountered non-digit"
        ),
        (
            "ip(\"0.0.0.0/08\") == 1",
            "error while evaluating `ipaddr` extension function: error parsing prefix `08`: leading zero(s)"
        ),
        ("decimal(\"0.5\") == 1", "Deny"),
        ("decimal(\"-0.5\") == 1", "Deny"),
        (
            "decimal(\".5\") == 1",
            "error while evaluating `decimal` extension function: `.5` is not a well-formed decimal value"
        ),
        (
            "decimal(\"5\") == 1",
            "error while evaluating `decimal` extension function: `5` is not a well-formed decimal value"
        ),
        (
            "decimal(\"5.\") == 1",
            "error while evaluating `decimal` extension function: `5.` is not a well-formed decimal value"
        ),
        (
            "decimal(\"1.00000\") == 1",
            "error while evaluating `decimal` extension function: too many digits after the decimal in `1.00000`"
        ),
        ("decimal(\"00001.1\") == 1", "Deny"),
        ("decimal(\"-922337203685477.5808\") == 1", "Deny"),
        (
            "decimal(\"-922337203685477.5809\") == 1",
            "error while evaluating `decimal` extension function: overflow when converting to decimal"
        ),
        (
            "decimal(\"922337203685478.0\") == 1",
            "error while evaluating `decimal` extension function: overflow when converting to decimal"
        ),
        (
            "decimal(\"99999999999999999999.0\") == 1",
            "error while evaluating `decimal` extension function: overflow when converting to decimal"
        ),
        (
            "decimal(\"--1.0\") == 1",
            "error while evaluating `decimal` extension function: `--1.0` is not a well-formed decimal value"
        ),
        (
            "decimal(\"1.0 \") == 1",
            "error while evaluating `decimal` extension function: `1.0 ` is not a well-formed decimal value"
        ),
        (
            "decimal(\"1.0\\n\") == 1",
            "error while evaluating `decimal` extension function: `1.0\n` is not a well-formed decimal value"
        ),
        (
            "decimal(\"1e3.0\") == 1",
            "error while evaluating `decimal` extension function: `1e3.0` is not a well-formed decimal value"
        ),
        (
            "decimal(\"1_0.0\") == 1",
            "error while evaluating `decimal` extension function: `1_0.0` is not a well-formed decimal value"
        ),
        ("decimal(\"-0.0001\") == 1", "Deny"),
        (
            "decimal(\"0.-1\") == 1",
            "error while evaluating `decimal` extension function: `0.-1` is not a well-formed decimal value"
        ),
        (
            "decimal(\"1.0.0\") == 1",
            "error while evaluating `decimal` extension function: `1.0.0` is not a well-formed decimal value"
        ),
        (
            "decimal(\"- 1.0\") == 1",
            "error while evaluating `decimal` extension function: `- 1.0` is not a well-formed decimal value"
        ),
        (
            "decimal(\"-1.-5\") == 1",
            "error while evaluating `decimal` extension function: `-1.-5` is not a well-formed decimal value"
        ),
        (
            "decimal(\"1.99999\") == 1",
            "error while evaluating `decimal` extension function: too many digits after the decimal in `1.99999`"
        ),
        ("datetime(\"2024-01-01\") == 1", "Deny"),
        ("datetime(\"2024-1-1\") == 1", "error while evaluating `datetime` extension function: invalid date pattern"),
        (
            "datetime(\"2024-01-01T\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00:00\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        ("datetime(\"2024-01-01T00:00:00Z\") == 1", "Deny"),
        (
            "datetime(\"2024-01-01T00:00:00z\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        (
            "datetime(\"2024-01-01t00:00:00Z\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second pattern"
        ),
        ("datetime(\"2024-01-01T00:00:00.000Z\") == 1", "Deny"),
        (
            "datetime(\"2024-01-01T00:00:00.0000Z\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        ("datetime(\"2024-01-01T00:00:00+0000\") == 1", "Deny"),
        (
            "datetime(\"2024-01-01T00:00:00+00:00\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        ("datetime(\"2024-01-01T00:00:00-2359\") == 1", "Deny"),
        (
            "datetime(\"2024-01-01T00:00:00+2400\") == 1",
            "error while evaluating `datetime` extension function: invalid offset range: 240"
        ),
        (
            "datetime(\"2024-01-01T00:00:00+2360\") == 1",
            "error while evaluating `datetime` extension function: invalid offset range: 2360"
        ),
        (
            "datetime(\"2024-01-01T00:00:00+0060\") == 1",
            "error while evaluating `datetime` extension function: invalid offset range: 060"
        ),
        (
            "datetime(\"2024-01-01T00:00:00+9999\") == 1",
            "error while evaluating `datetime` extension function: invalid offset range: 9999"
        ),
        ("datetime(\"2024-01-01T23:59:59.999+1400\") == 1", "Deny"),
        ("datetime(\"0000-01-01\") == 1", "Deny"),
        (
            "datetime(\"0000-00-00\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 0000-00-00"
        ),
        ("datetime(\"9999-12-31T23:59:59.999-2359\") == 1", "Deny"),
        ("datetime(\"2024-02-29\") == 1", "Deny"),
        (
            "datetime(\"2023-02-29\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 2023-02-29"
        ),
        (
            "datetime(\"1900-02-29\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 1900-02-29"
        ),
        ("datetime(\"2000-02-29\") == 1", "Deny"),
        (
            "datetime(\"2024-04-31\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 2024-04-31"
        ),
        (
            "datetime(\"2024-13-01\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 2024-13-01"
        ),
        (
            "datetime(\"2024-00-01\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 2024-00-01"
        ),
        (
            "datetime(\"2024-01-00\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 2024-01-00"
        ),
        (
            "datetime(\"2024-01-32\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 2024-01-32"
        ),
        (
            "datetime(\"2024-01-01T24:00:00Z\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second: 24:00:00"
        ),
        (
            "datetime(\"2024-01-01T00:60:00Z\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second: 00:60:00"
        ),
        (
            "datetime(\"2024-01-01T00:00:60Z\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second: 00:00:60"
        ),
        (
            "datetime(\"2024-01-01 00:00:00Z\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00:00.Z\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00:00.00Z\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00Z\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second pattern"
        ),
        (
            "datetime(\"2024-01-01Z\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00:00Z \") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        (
            "datetime(\" 2024-01-01\") == 1",
            "error while evaluating `datetime` extension function: invalid date pattern"
        ),
        ("datetime(\"\") == 1", "error while evaluating `datetime` extension function: invalid date pattern"),
        (
            "datetime(\"12024-01-01\") == 1",
            "error while evaluating `datetime` extension function: invalid date pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00:00.123\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00:00+00\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        (
            "datetime(\"2024-01-01T00:00:00+00000\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        (
            "datetime(\"2024-02-30T99:99:99Z\") == 1",
            "error while evaluating `datetime` extension function: invalid date: 2024-02-30"
        ),
        (
            "datetime(\"2024-02-30T1\") == 1",
            "error while evaluating `datetime` extension function: invalid hour/minute/second pattern"
        ),
        (
            "datetime(\"2024-01-01T99:00:00q\") == 1",
            "error while evaluating `datetime` extension function: invalid millisecond and/or offset pattern"
        ),
        ("duration(\"0ms\") == 1", "Deny"),
        ("duration(\"1d\") == 1", "Deny"),
        ("duration(\"-1d\") == 1", "Deny"),
        ("duration(\"1d1d\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"1ms1s\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"1m1ms\") == 1", "Deny"),
        ("duration(\"9223372036854775807ms\") == 1", "Deny"),
        (
            "duration(\"9223372036854775808ms\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        ("duration(\"-9223372036854775808ms\") == 1", "Deny"),
        (
            "duration(\"-9223372036854775809ms\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        (
            "duration(\"18446744073709551616ms\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        ("duration(\"106751991167d7h12m55s807ms\") == 1", "Deny"),
        (
            "duration(\"106751991167d7h12m55s808ms\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        ("duration(\"-106751991167d7h12m55s808ms\") == 1", "Deny"),
        (
            "duration(\"-106751991167d7h12m55s809ms\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        (
            "duration(\"106751991168d\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        (
            "duration(\"-106751991168d\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        ("duration(\"-\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"d\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"1\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"+1d\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"1d \") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"1D\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"00001d\") == 1", "Deny"),
        ("duration(\"1d0h0m0s0ms\") == 1", "Deny"),
        ("duration(\"-0ms\") == 1", "Deny"),
        ("duration(\"-1d-1h\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        (
            "duration(\"99999999999999999999d\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        ("duration(\"1m\") == 1", "Deny"),
        ("duration(\"1ms\") == 1", "Deny"),
        ("duration(\"1mms\") == 1", "error while evaluating `duration` extension function: invalid duration pattern"),
        ("duration(\"1s1ms\") == 1", "Deny"),
        ("duration(\"1h1s\") == 1", "Deny"),
        ("duration(\"1d1ms\") == 1", "Deny"),
        (
            "duration(\"9223372036854775808d\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        (
            "duration(\"-9223372036854775807s\") == 1",
            "error while evaluating `duration` extension function: Duration overflows internal representation"
        ),
        ("ip(\"1.2.3.4/24\") == ip(\"1.2.3.0/24\")", "Deny"),
        ("ip(\"::1\") == ip(\"0:0:0:0:0:0:0:1\")", "Allow"),
        ("ip(\"10.0.0.0/8\").isInRange(ip(\"10.0.0.0/9\"))", "Deny"),
        ("ip(\"10.0.0.0/9\").isInRange(ip(\"10.0.0.0/8\"))", "Allow"),
        ("ip(\"0.0.0.0/0\").isInRange(ip(\"0.0.0.0/0\"))", "Allow"),
        ("ip(\"::/0\").isInRange(ip(\"::/0\"))", "Allow"),
        ("ip(\"1.1.1.1\").isInRange(ip(\"::/0\"))", "Deny"),
        ("ip(\"127.0.0.1/1\").isLoopback()", "Deny"),
        ("ip(\"127.0.0.1/0\").isLoopback()", "Deny"),
        ("ip(\"127.0.0.1/7\").isLoopback()", "Deny"),
        ("ip(\"127.0.0.0/8\").isLoopback()", "Allow"),
        ("ip(\"224.0.0.0/3\").isMulticast()", "Deny"),
        ("ip(\"ff00::/8\").isMulticast()", "Allow"),
        ("ip(\"ff00::/7\").isMulticast()", "Deny"),
        ("ip(\"::1/1\").isLoopback()", "Deny"),
        ("ip(\"::1/127\").isLoopback()", "Deny"),
        ("ip(\"::1/128\").isLoopback()", "Allow"),
        ("ip(\"::ffff:7f00:1\").isLoopback()", "Deny"),
        (
            "ip(\"1.1.1.1\").isIpv4(1)",
            "wrong number of arguments provided to extension function `isIpv4`: expected 1, got 2"
        ),
        ("1.isIpv4()", "type error: expected ipaddr, got long"),
        ("\"1\".isIpv4()", "type error: expected ipaddr, got string"),
        ("ip(1)", "type error: expected string, got long"),
        ("\"1.0\".lessThan(decimal(\"1.0\"))", "type error: expected decimal, got string"),
        ("decimal(\"1.0\").lessThan(\"1.0\")", "type error: expected decimal, got string"),
        ("decimal(1)", "type error: expected string, got long"),
        ("datetime(1)", "type error: expected string, got long"),
        ("duration(\"1d\").offset(1)", "type error: expected datetime, got duration"),
        ("datetime(\"2024-01-01\").offset(1)", "type error: expected duration, got long"),
        ("datetime(\"2024-01-01\").durationSince(\"x\")", "type error: expected datetime, got string"),
        ("1.toDays()", "type error: expected duration, got long"),
        ("\"a\".toDate()", "type error: expected datetime, got string"),
        (
            "datetime(\"1970-01-01\").offset(duration(\"9223372036854775807ms\")).offset(duration(\"1ms\")) == 1",
            "error while evaluating `offset` extension function: overflows when adding an offset: (datetime(\"1970-01-01\")).offset(duration(\"9223372036854775807ms\"))+(1ms)"
        ),
        (
            "datetime(\"1970-01-01\").offset(duration(\"-9223372036854775808ms\")).toDate() == 1",
            "error while evaluating `toDate` extension function: overflows when computing the date of (datetime(\"1970-01-01\")).offset(duration(\"-9223372036854775808ms\"))"
        ),
        ("datetime(\"1970-01-01\").offset(duration(\"-9223372036854775808ms\")).toTime() == 1", "Deny"),
        (
            "datetime(\"1970-01-01\").offset(duration(\"-9223372036854775808ms\")).durationSince(datetime(\"1970-01-02\")) == 1",
            "error while evaluating `durationSince` extension function: overflows when computing the duration between (datetime(\"1970-01-01\")).offset(duration(\"-9223372036854775808ms\")) and (datetime(\"1970-01-01\")).offset(duration(\"86400000ms\"))"
        ),
        ("datetime(\"1970-01-01\").offset(duration(\"-86400000ms\")).toTime() == duration(\"0ms\")", "Allow"),
        ("datetime(\"1970-01-01\").offset(duration(\"-1ms\")).toTime() == duration(\"86399999ms\")", "Allow"),
        ("duration(\"-1ms\").toSeconds() == 0", "Allow"),
        ("duration(\"-1999ms\").toSeconds() == -1", "Allow"),
        ("duration(\"-23h\").toDays() == 0", "Allow"),
        ("datetime(\"0000-01-01\") < datetime(\"0000-01-02\")", "Allow"),
        ("datetime(\"0000-01-01\").durationSince(datetime(\"1970-01-01\")).toDays() == -719528", "Allow"),
        ("1 < duration(\"1s\")", "type error: expected long, got duration"),
        ("duration(\"1s\") < datetime(\"2024-01-01\")", "type error: expected duration, got datetime"),
        ("datetime(\"2024-01-01\") <= 1", "type error: expected long, got datetime"),
        ("\"a\" < 1", "type error: expected long, got string"),
        ("1 < \"a\"", "type error: expected long, got string"),
        ("\"a\" >= \"b\"", "type error: expected one of [long, datetime, duration], got string"),
        ("true > 1", "type error: expected long, got bool"),
        ("decimal(\"1.0\") < 1", "type error: expected long, got decimal"),
        ("1 < decimal(\"1.0\")", "type error: expected long, got decimal"),
        ("1 + \"a\" == 1", "type error: expected long, got string"),
        ("\"a\" + 1 == 1", "type error: expected long, got string"),
        ("\"a\" + \"b\" == 1", "type error: expected long, got string"),
        ("duration(\"1s\") + duration(\"1s\") == 1", "type error: expected long, got duration"),
        (
            "9223372036854775807 * 2 == 1",
            "integer overflow while attempting to multiply the values `9223372036854775807` and `2`"
        ),
        (
            "-9223372036854775808 - 1 == 1",
            "integer overflow while attempting to subtract the values `-9223372036854775808` and `1`"
        ),
        (
            "-9223372036854775808 * -1 == 1",
            "integer overflow while attempting to multiply the values `-9223372036854775808` and `-1`"
        ),
    ]
}
