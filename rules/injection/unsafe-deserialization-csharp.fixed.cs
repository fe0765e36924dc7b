using System.Text.Json;
using Newtonsoft.Json;

public class SessionStore
{
    private static readonly JsonSerializerSettings Settings = new() { TypeNameHandling = TypeNameHandling.None };

    public Order? Load(Stream stream) => System.Text.Json.JsonSerializer.Deserialize<Order>(stream);

    public Order? LoadOld(string text) => JsonConvert.DeserializeObject<Order>(text, Settings);
}
