import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.databind.jsontype.*;

class Mapping {
  void make(ObjectMapper mapper) {
    // ruleid: injection/jackson-default-typing
    mapper.enableDefaultTyping();
    // ruleid: injection/jackson-default-typing
    mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
    // ok: injection/jackson-default-typing
    mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfSubType("com.example.").build());
    // ok: injection/jackson-default-typing
    mapper.enable(SerializationFeature.INDENT_OUTPUT);
  }

  // ruleid: injection/jackson-default-typing
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  Object payload;

  // ok: injection/jackson-default-typing
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  Object named;
}

class Setup {
  void module(SetupContext context) {
    // ok: injection/jackson-default-typing
    SecurityModules.enableDefaultTyping(context.getOwner());
  }
}

// ok: injection/jackson-default-typing
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.PROPERTY)
abstract class CookieMixin {
  @JsonCreator
  CookieMixin(@JsonProperty("name") String name) {}
}
