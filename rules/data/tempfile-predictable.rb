# ruleid: data/tempfile-predictable
name = Dir::Tmpname.make_tmpname('report', nil)
# ok: data/tempfile-predictable
file = Tempfile.new('report')
