import android.database.sqlite.SQLiteDatabase;
import javax.jdo.PersistenceManager;

class Users {
    Object find(SQLiteDatabase db, String name) {
        // ruleid: injection/sql-string-build-java
        return db.rawQuery("SELECT * FROM users WHERE name = '" + name + "'", null);
    }

    void remove(SQLiteDatabase db, String name) {
        // ruleid: injection/sql-string-build-java
        db.execSQL("DELETE FROM users WHERE name = '" + name + "'");
    }

    Object query(PersistenceManager manager, String name) {
        // ruleid: injection/sql-string-build-java
        return manager.newQuery("SELECT FROM users WHERE name == '" + name + "'");
    }

    Object bound(SQLiteDatabase db, String name) {
        // ok: injection/sql-string-build-java
        return db.rawQuery("SELECT * FROM users WHERE name = ?", new String[] {name});
    }

    void drop(SQLiteDatabase db) {
        // ok: injection/sql-string-build-java
        db.execSQL("DROP TABLE IF EXISTS users");
    }
}
