const express = require("express");
const { Pool } = require("pg");

const app = express();
const pool = new Pool();

app.get("/member", async (req, res) => {
  // ruleid: javascript.injection.sql-request
  res.json(await pool.query(`SELECT id, mail FROM members WHERE name = '${req.query.name}'`));
});

app.post("/login", async (req, res) => {
  const statement = "SELECT id FROM members WHERE mail = '" + req.body.mail + "'";
  // ruleid: javascript.injection.sql-request
  res.json(await pool.query(statement));
});

app.delete("/order/:number", async (req, res) => {
  await remove(req.params.number);
  res.end();
});

function remove(number) {
  // ruleid: javascript.injection.sql-request
  return pool.query("DELETE FROM orders WHERE number = '" + number + "'");
}

app.get("/safe/member", async (req, res) => {
  // ok: javascript.injection.sql-request
  res.json(await pool.query("SELECT id, mail FROM members WHERE name = $1", [req.query.name]));
});

app.get("/safe/page", async (req, res) => {
  // ok: javascript.injection.sql-request
  res.json(await pool.query(`SELECT id FROM members WHERE id > ${Number(req.query.from)} ORDER BY id`));
});

app.get("/safe/sorted", async (req, res) => {
  const column = req.query.by;
  if (!["name", "mail"].includes(column)) {
    return res.sendStatus(400);
  }
  // ok: javascript.injection.sql-request
  res.json(await pool.query(`SELECT id FROM members WHERE paid ORDER BY ${column}`));
});

app.get("/safe/all", async (req, res) => {
  // ok: javascript.injection.sql-request
  res.json(await pool.query(`SELECT id FROM members WHERE table = '${TABLE}'`));
});

app.get("/whole", async (req, res) => {
  // ruleid: javascript.injection.sql-request
  res.json(await members.getConnection().execute(req.query.statement));
});

app.get("/raw", async (req, res) => {
  const order = "SELECT mail FROM members ORDER BY " + req.query.column;
  // ruleid: javascript.injection.sql-request
  res.json(await knex.raw(order));
});

app.get("/safe/raw", async (req, res) => {
  // ok: javascript.injection.sql-request
  res.json(await knex.raw("SELECT mail FROM members WHERE name = ?", [req.query.name]));
});
