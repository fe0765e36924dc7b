from flask import Flask
app = Flask(__name__)


# ruleid: api/get-mutation
@app.route("/posts/delete/<int:post_id>")
@login_required
def delete_post(post_id):
    db.session.delete(Post.query.get(post_id))
    db.session.commit()
    return redirect("/posts")


# ok: api/get-mutation
@app.route("/posts/delete/<int:post_id>", methods=["POST"])
@login_required
def delete_post_safely(post_id):
    db.session.delete(Post.query.get(post_id))
    db.session.commit()
    return redirect("/posts")


# ok: api/get-mutation
@app.route("/posts/delete/<int:post_id>")
def ask(post_id):
    return render_template("confirm.html", id=post_id)
