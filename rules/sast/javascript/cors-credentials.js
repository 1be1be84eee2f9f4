const cors = require("cors");
const express = require("express");
const app = express();

// ruleid: javascript.auth.cors-credentials
app.use(cors({ origin: true, credentials: true }));

// ruleid: javascript.auth.cors-credentials
app.use("/orders", cors({ origin: "*", methods: ["GET"], credentials: true }));

app.use((req, res, next) => {
  // ruleid: javascript.auth.cors-credentials
  res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  res.setHeader("Access-Control-Allow-Credentials", "true");
  next();
});

// ok: javascript.auth.cors-credentials
app.use(cors({ origin: ["https://shop.example.com"], credentials: true }));

// ok: javascript.auth.cors-credentials
app.use("/public", cors({ origin: "*" }));

app.use((req, res, next) => {
  // ok: javascript.auth.cors-credentials
  res.setHeader("Access-Control-Allow-Origin", "https://shop.example.com");
  next();
});
