// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::secrets {

// Shapes of values that look random and are no secrets.

// 8-4-4-4-12 hexadecimal digits.
bool is_uuid(std::string_view value);

// Whether a name says that even a UUID given to it is secret: "client_secret", "db.password", "access_token", but
// neither "token" alone nor what ends otherwise ("token_id").
bool is_name_of_secret_id(std::string_view lowered_name);

// "private_key_id", "signingKeyId": what tells one key from another is public.
bool is_name_of_key_id(std::string_view lowered_name);

// "name@example.com".
bool is_mail_address(std::string_view value);

// "2031-05-17", "2031-05-17T08:00:00.000Z".
bool is_date(std::string_view value);

// Says itself which digest it is: "sha512-…" of a lockfile, "image@sha256:…", "--hash=sha256:…".
bool is_named_digest(std::string_view value);

// As many hexadecimal digits as a commit id or SHA-256 has.
bool is_digest_sized(std::string_view value);

// "1.6.23", "v2.0.1-rc.1", "1.6.23(22e2…": a version, and what tells which of its builds.
bool is_versioned(std::string_view value);

// "crwdns12:0crwdne12:0": a text and nearly the same again.
bool nearly_repeats(std::string_view value);

// "#" and 3, 4, 6 or 8 hexadecimal digits.
bool is_colour(std::string_view value);

// Four or more groups of as many capitals and digits each: a serial number.
bool is_serial_number(std::string_view value);

// Base64 of 30 to 160 bytes whose number is no key's (30, 32, 48, 64, 128), with the marks of base64 rather
// than of a token: a serialized message.
bool is_encoded_message(std::string_view value);

// A password that was hashed for storage: "$6$…", "$2b$…", "$argon2id$…", "{bcrypt}$2a$…", "pbkdf2_sha256$…".
bool is_password_hash(std::string_view value);

// The JSON web token that documentation prints: its subject is "1234567890", nobody issued it, and it is signed with a
// secret out of documentation ("your-256-bit-secret").
bool is_demonstration_token(std::string_view value);

// A JSON web token that was good for ten minutes at most, as links to download something hold: of no use to anybody who
// reads it later.
bool is_passing_token(std::string_view value);

// Characters that go on from one another more often than in any drawn text: "Abc123Def456".
bool is_counted(std::string_view value);

// Five characters in a row, of many that it could be, count up: "…12345…", "…abcde…".
bool holds_count(std::string_view value);

// The longest stretch that says one text of `period` characters over and over.
std::size_t longest_repeat(std::string_view value, std::size_t period);

// The bytes that a list of numbers says ("0x1f, 200, 7"; negative ones as in languages whose bytes have a sign);
// std::nullopt when one is no byte.
std::optional<std::string> listed_bytes(std::string_view list);

// Bytes as a machine draws them for keys: neither counted nor repeated nor text.
bool are_drawn_bytes(std::string_view bytes);

// Whether a name says no more than "api key", "token" or the like: whose, it does not tell.
bool is_bare_name(std::string_view lowered_name);

// The text in base64 of printable text, else the value itself: what a person meant.
std::string meant_text(std::string_view value);

}  // namespace codelake::secrets
