import sqlite3

connection = sqlite3.connect("shop.db")


def find_user(name):
    cursor = connection.cursor()
    # ruleid: python.injection.sql-string
    cursor.execute(f"SELECT id, email FROM users WHERE name = '{name}'")
    return cursor.fetchone()


def delete_order(number):
    # ruleid: python.injection.sql-string
    connection.execute("DELETE FROM orders WHERE number = " + number)


def rename(identifier, title):
    statement = "UPDATE products SET title = '%s' WHERE id = %d" % (title, identifier)
    # ruleid: python.injection.sql-string
    connection.execute(statement)


def search(term):
    # ruleid: python.injection.sql-string
    return connection.execute("SELECT * FROM products WHERE title LIKE '%{}%'".format(term)).fetchall()


def find_user_by_parameter(name):
    cursor = connection.cursor()
    # ok: python.injection.sql-string
    cursor.execute("SELECT id, email FROM users WHERE name = ?", (name,))
    return cursor.fetchone()


def delete_order_by_parameter(number):
    # ok: python.injection.sql-string
    connection.execute("DELETE FROM orders WHERE number = :number", {"number": number})


def count(cursor):
    # ok: python.injection.sql-string
    return cursor.execute("SELECT COUNT(*) FROM products").fetchone()[0]


def truncate(cursor, tables):
    for table in tables:
        # ok: python.injection.sql-string
        cursor.execute(f"DELETE FROM {table}")


def run_task(executor, name):
    # ok: python.injection.sql-string
    executor.execute(f"select {name}")
