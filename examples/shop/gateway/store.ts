// Orders in PostgreSQL, and the payment service.
import crypto from "crypto";
import https from "https";
import fetch from "node-fetch";
import { Pool } from "pg";

const pool = new Pool();

export async function findOrders(customer: string) {
  // finds: javascript.injection.sql-string
  const orders = await pool.query(`SELECT id, total FROM orders WHERE customer = '${customer}'`);
  return orders.rows;
}

export async function findOrdersSafely(customer: string) {
  const orders = await pool.query("SELECT id, total FROM orders WHERE customer = $1", [customer]);
  return orders.rows;
}

export async function pay(order: string, card: string) {
  // finds: javascript.crypto.tls-verify-off
  const agent = new https.Agent({ rejectUnauthorized: false });
  return fetch("https://pay.example.com/charge", { method: "POST", body: seal(order, card), agent });
}

function seal(order: string, card: string): Buffer {
  const key = Buffer.from(process.env.CARD_KEY as string, "hex");
  // finds: javascript.crypto.weak-cipher
  const cipher = crypto.createCipheriv("aes-256-ecb", key, null);
  return Buffer.concat([Buffer.from(order), cipher.update(card), cipher.final()]);
}

export function sealSafely(card: string): Buffer {
  const key = Buffer.from(process.env.CARD_KEY as string, "hex");
  const iv = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv("aes-256-gcm", key, iv);
  return Buffer.concat([iv, cipher.update(card), cipher.final(), cipher.getAuthTag()]);
}

export function resetCode(): string {
  // finds: javascript.crypto.insecure-random
  const resetToken = Math.random().toString(36).slice(2);
  return resetToken;
}

export function resetCodeSafely(): string {
  const resetToken = crypto.randomBytes(16).toString("hex");
  return resetToken;
}
