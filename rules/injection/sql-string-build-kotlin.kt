package com.example.store

import android.database.sqlite.SQLiteDatabase
import io.ktor.server.application.*
import org.springframework.jdbc.core.JdbcTemplate
import org.springframework.web.bind.annotation.*

@RestController
class UserController(private val jdbc: JdbcTemplate, private val em: EntityManager) {
    @GetMapping("/users")
    fun search(@RequestParam name: String): List<User> {
        // ruleid: injection/sql-string-build-kotlin
        return jdbc.query("SELECT * FROM users WHERE name = '$name'", mapper)
    }

    @GetMapping("/sorted")
    fun sorted(@RequestParam sort: String): List<User> {
        val statement = "SELECT * FROM users ORDER BY " + sort
        // ruleid: injection/sql-string-build-kotlin
        return jdbc.query(statement, mapper)
    }

    @PostMapping("/find")
    fun find(@RequestBody query: UserQuery): Any {
        var jpql = "SELECT u FROM User u WHERE 1 = 1"
        if (query.name != null) jpql += " AND u.name = '${query.name}'"
        // ruleid: injection/sql-string-build-kotlin
        return em.createQuery(jpql).resultList
    }

    @GetMapping("/fine")
    fun fine(@RequestParam name: String): List<User> {
        // ok: injection/sql-string-build-kotlin
        return jdbc.query("SELECT * FROM users WHERE name = ?", mapper, name)
    }

    @GetMapping("/number")
    fun number(@RequestParam id: Long): List<User> {
        // ok: injection/sql-string-build-kotlin
        return jdbc.query("SELECT * FROM users WHERE id = $id", mapper)
    }
}

class Notes(private val db: SQLiteDatabase) {
    fun byTitle(title: String) =
        // ruleid: injection/sql-string-build-kotlin
        db.rawQuery("SELECT * FROM notes WHERE title = '$title'", null)

    fun byFolder(folder: String) {
        // ruleid: injection/sql-string-build-kotlin
        db.execSQL("DELETE FROM notes WHERE folder = '" + folder + "'")
    }

    fun bound(title: String) =
        // ok: injection/sql-string-build-kotlin
        db.rawQuery("SELECT * FROM notes WHERE title = ?", arrayOf(title))

    fun create(table: String) {
        // ok: injection/sql-string-build-kotlin
        db.execSQL("CREATE TABLE $table (id INTEGER)")
    }
}

fun Route.users() {
    get("/users/{id}") {
        val id = call.parameters["id"]
        // ruleid: injection/sql-string-build-kotlin
        connection.createStatement().executeQuery("SELECT * FROM users WHERE id = %s".format(id))
    }
    get("/checked/{id}") {
        val id = call.parameters["id"]!!.toInt()
        // ok: injection/sql-string-build-kotlin
        connection.createStatement().executeQuery("SELECT * FROM users WHERE id = $id")
    }
}
