import { Pool } from "pg";
import { Sequelize } from "sequelize";

const pool = new Pool();
const sequelize = new Sequelize("postgres://db.example.com/shop");

export async function findUser(name: string) {
  // ruleid: javascript.injection.sql-string
  return pool.query(`SELECT id, email FROM users WHERE name = '${name}'`);
}

export async function deleteOrder(number: string) {
  // ruleid: javascript.injection.sql-string
  await sequelize.query("DELETE FROM orders WHERE number = " + number);
}

export async function rename(id: number, title: string) {
  const statement = `UPDATE products SET title = '${title}' WHERE id = ${id}`;
  // ruleid: javascript.injection.sql-string
  await pool.query(statement);
}

export async function findUserByParameter(name: string) {
  // ok: javascript.injection.sql-string
  return pool.query("SELECT id, email FROM users WHERE name = $1", [name]);
}

export async function deleteOrderByParameter(number: string) {
  // ok: javascript.injection.sql-string
  await sequelize.query("DELETE FROM orders WHERE number = :number", { replacements: { number } });
}

export async function truncate(tables: string[]) {
  for (const table of tables) {
    // ok: javascript.injection.sql-string
    await pool.query(`DELETE FROM ${table}`);
  }
}

export async function show(cache: Map<string, string>, name: string) {
  // ok: javascript.injection.sql-string
  return cache.get(`select ${name}`);
}

export async function count() {
  // ok: javascript.injection.sql-string
  return pool.query("SELECT COUNT(*) " + "FROM products");
}
