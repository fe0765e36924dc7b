import com.fasterxml.jackson.annotation.JsonTypeInfo
import com.fasterxml.jackson.databind.ObjectMapper

fun make(mapper: ObjectMapper) {
  // ruleid: injection/jackson-default-typing
  mapper.enableDefaultTyping()
  // ruleid: injection/jackson-default-typing
  mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL)
  // ok: injection/jackson-default-typing
  mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfSubType("com.example.").build())
}

// ruleid: injection/jackson-default-typing
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
interface Payload

// ok: injection/jackson-default-typing
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
interface Named

fun indent(mapper: ObjectMapper) {
  // ok: injection/jackson-default-typing
  mapper.enable(SerializationFeature.INDENT_OUTPUT)
}
