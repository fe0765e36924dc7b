require 'base64'

# ruleid: injection/encoded-code-ruby
eval(Base64.decode64('cHV0cyAx'))

# ruleid: injection/encoded-code-ruby
eval(['7075747320'].pack('H*'))

text = 'cHV0cyAx'.unpack1('m')
# ruleid: injection/encoded-code-ruby
Object.class_eval(text)

command = Base64.strict_decode64('bHMgLWw=')
# ruleid: injection/encoded-code-ruby
system(command)

# ok: injection/encoded-code-ruby
system('openssl', 'dgst', Base64.decode64('aGVsbG8='))
# ok: injection/encoded-code-ruby
image = Base64.decode64('iVBORw0KGgo=')
# ok: injection/encoded-code-ruby
File.binwrite('dot.png', image)
# ok: injection/encoded-code-ruby
puts [104, 105].pack('c*')
