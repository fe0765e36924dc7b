import android.content.Context

class Files(private val context: Context) {
    fun shared() {
        // ruleid: data/file-world-writable
        context.getSharedPreferences("settings", Context.MODE_WORLD_READABLE)
        // ruleid: data/file-world-writable
        context.openFileOutput("notes", Context.MODE_WORLD_WRITEABLE)
        // ruleid: data/file-world-writable
        context.openOrCreateDatabase("shop", Context.MODE_WORLD_READABLE or Context.MODE_WORLD_WRITEABLE, null)
    }

    fun own() {
        // ok: data/file-world-writable
        context.getSharedPreferences("settings", Context.MODE_PRIVATE)
        // ok: data/file-world-writable
        context.openFileOutput("notes", Context.MODE_PRIVATE)
        // ok: data/file-world-writable
        context.openOrCreateDatabase("shop", Context.MODE_PRIVATE, null)
    }
}
