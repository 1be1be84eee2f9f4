const cookieSession = require("cookie-session");
const expressSession = require("express-session");
const session = require("express-session");

// ruleid: javascript.auth.session-cookie
app.use(session({ secret: process.env.SESSION_KEY, resave: false }));

// ruleid: javascript.auth.session-cookie
app.use(expressSession({ secret: keys, saveUninitialized: true, cookie: { maxAge: 60000 } }));

// ruleid: javascript.auth.session-cookie
app.use(cookieSession({ name: "shop", keys: [process.env.SESSION_KEY] }));

// ok: javascript.auth.session-cookie
app.use(session({ secret: process.env.SESSION_KEY, cookie: { secure: true, sameSite: "lax" } }));

// ok: javascript.auth.session-cookie
app.use(session({ secret: process.env.SESSION_KEY, cookie: cookieOptions }));

// ok: javascript.auth.session-cookie
app.use(cookieSession({ keys: [process.env.SESSION_KEY], secure: production }));

// ok: javascript.auth.session-cookie
app.use(session({ ...sessionOptions, secret: process.env.SESSION_KEY }));
