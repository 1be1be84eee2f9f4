const users = require("./users");

function fromEncoded(req) {
  // ruleid: javascript.auth.session-unsigned
  return JSON.parse(Buffer.from(req.cookies.session, "base64").toString());
}

function fromText(req) {
  // ruleid: javascript.auth.session-unsigned
  return JSON.parse(req.cookies.user);
}

async function fromId(req) {
  // ruleid: javascript.auth.session-unsigned
  return await users.findById(req.cookies.user_id);
}

function signed(req) {
  // ok: javascript.auth.session-unsigned
  return JSON.parse(req.signedCookies.session);
}

function preferences(req) {
  // ok: javascript.auth.session-unsigned
  return JSON.parse(req.cookies.preferences);
}

function ofSession(req) {
  // ok: javascript.auth.session-unsigned
  return users.findById(req.session.userId);
}
