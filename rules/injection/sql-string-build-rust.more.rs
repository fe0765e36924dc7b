use postgres::Client;
use rusqlite::{params, Connection};
use sqlx::PgPool;

async fn by_name(pool: &PgPool, name: &str) -> Vec<User> {
    // ruleid: injection/sql-string-build-rust
    sqlx::query_as(&format!("SELECT * FROM users WHERE name = '{}'", name)).fetch_all(pool).await.unwrap()
}

fn remove(c: &Connection, name: &str) {
    // ruleid: injection/sql-string-build-rust
    c.execute(&format!("DELETE FROM users WHERE name = '{name}'"), []).unwrap();
}

fn find(client: &mut Client, mail: String) {
    let text = format!("SELECT * FROM users WHERE mail LIKE '%{}%'", mail);
    // ruleid: injection/sql-string-build-rust
    client.query(text.as_str(), &[]).unwrap();
}

fn bound(c: &Connection, name: &str) {
    // ok: injection/sql-string-build-rust
    c.execute("DELETE FROM users WHERE name = ?1", params![name]).unwrap();
}

fn count(c: &Connection, table: &str) {
    // ok: injection/sql-string-build-rust
    c.query_row(&format!("SELECT count(*) FROM {}", table), [], |row| row.get(0)).unwrap();
}

fn numbered(c: &Connection, id: i64) {
    // ok: injection/sql-string-build-rust
    c.execute(&format!("DELETE FROM users WHERE id = {}", id), []).unwrap();
}

fn rename(c: &Connection, part: &str) {
    // ok: injection/sql-string-build-rust
    c.execute(&format!("ALTER TABLE users_{} RENAME TO users", part), []).unwrap();
}
