import android.content.Context;
import java.nio.file.attribute.PosixFilePermission;

class Notes {
    void shared(Context context) throws Exception {
        // ruleid: data/file-world-writable
        context.openFileOutput("notes", Context.MODE_WORLD_READABLE);
        // ruleid: data/file-world-writable
        permissions.add(PosixFilePermission.OTHERS_WRITE);
        // ok: data/file-world-writable
        context.openFileOutput("notes", Context.MODE_PRIVATE);
        // ok: data/file-world-writable
        permissions.add(PosixFilePermission.OTHERS_READ);
        if ((mode & 2) != 0) {
            // ok: data/file-world-writable
            permissions.add(PosixFilePermission.OTHERS_WRITE);
        }
    }
}
