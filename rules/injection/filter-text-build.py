from ldap.filter import escape_filter_chars
from lxml import etree


def find_user(xml_file, username, password):
    tree = etree.parse(xml_file)
    expr = "//user[username/text()='" + username + "' and password/text()='" + password + "']"
    # ruleid: injection/filter-text-build
    return tree.xpath(expr)


def by_name(root, name):
    # ruleid: injection/filter-text-build
    return root.findall(f".//item[@name='{name}']")


def search(conn, uid):
    # ruleid: injection/filter-text-build
    return conn.search_s("ou=people", 2, "(uid=%s)" % uid)


def search_format(conn, uid):
    # ruleid: injection/filter-text-build
    conn.search("ou=people", "(&(objectClass=person)(uid={}))".format(uid))


def bound(tree, username):
    # ok: injection/filter-text-build
    return tree.xpath("//user[username=$u]", u=username)


def escaped(conn, uid):
    # ok: injection/filter-text-build
    return conn.search_s("ou=people", 2, "(uid=%s)" % escape_filter_chars(uid))


def tag(root, tag_name):
    # ok: injection/filter-text-build
    return root.findall(".//" + tag_name)


def constant(root):
    # ok: injection/filter-text-build
    return root.findall(".//item[@name='x']")
