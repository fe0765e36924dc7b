from ldap.filter import escape_filter_chars


def find_user(tree, username):
    return tree.xpath("//user[username=$u]", u=username)


def search(conn, uid):
    return conn.search_s("ou=people", 2, "(uid=%s)" % escape_filter_chars(uid))
