// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace codelake::secrets {

// Shapes of values that look random and are no secrets.

// 8-4-4-4-12 hexadecimal digits.
bool is_uuid(std::string_view value);

// Whether a name says that even a UUID given to it is secret: "client_secret", "db.password", "access_token", but
// neither "token" alone nor what ends otherwise ("token_id").
bool is_name_of_secret_id(std::string_view lowered_name);

// "name@example.com".
bool is_mail_address(std::string_view value);

// "2031-05-17", "2031-05-17T08:00:00.000Z".
bool is_date(std::string_view value);

// Says itself which digest it is: "sha512-…" of a lockfile, "image@sha256:…", "--hash=sha256:…".
bool is_named_digest(std::string_view value);

// As many hexadecimal digits as a commit id or SHA-256 has.
bool is_digest_sized(std::string_view value);

// "#" and 3, 4, 6 or 8 hexadecimal digits.
bool is_colour(std::string_view value);

// Four or more groups of as many capitals and digits each: a serial number.
bool is_serial_number(std::string_view value);

// Base64 of 30 to 160 bytes whose number is no key's (30, 32, 48, 64, 128), with the marks of base64 rather
// than of a token: a serialized message.
bool is_encoded_message(std::string_view value);

// A password that was hashed for storage: "$6$…", "$2b$…", "$argon2id$…", "{bcrypt}$2a$…".
bool is_password_hash(std::string_view value);

// A JSON web token signed with a secret that documentation prints ("your-256-bit-secret"): anybody can make
// it.
bool is_demonstration_token(std::string_view value);

// Whether a name says no more than "api key", "token" or the like: whose, it does not tell.
bool is_bare_name(std::string_view lowered_name);

// The text in base64 of printable text, else the value itself: what a person meant.
std::string meant_text(std::string_view value);

}  // namespace codelake::secrets
