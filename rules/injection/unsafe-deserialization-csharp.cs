using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using Newtonsoft.Json;

public class SessionStore
{
    public object Load(Stream stream)
    {
        // ruleid: injection/unsafe-deserialization-csharp
        var formatter = new BinaryFormatter();
        return formatter.Deserialize(stream);
    }

    public object Soap(Stream stream)
    {
        // ruleid: injection/unsafe-deserialization-csharp
        return new SoapFormatter().Deserialize(stream);
    }

    public object State(string text)
    {
        // ruleid: injection/unsafe-deserialization-csharp
        return new LosFormatter().Deserialize(text);
    }

    public object Net(Stream stream)
    {
        // ruleid: injection/unsafe-deserialization-csharp
        return new NetDataContractSerializer().ReadObject(stream);
    }

    public object Typed(string text)
    {
        // ruleid: injection/unsafe-deserialization-csharp
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        return JsonConvert.DeserializeObject(text, settings);
    }

    public object Auto(string text)
    {
        var settings = new JsonSerializerSettings();
        // ruleid: injection/unsafe-deserialization-csharp
        settings.TypeNameHandling = TypeNameHandling.Auto;
        return JsonConvert.DeserializeObject(text, settings);
    }

    public Order Json(string text)
    {
        // ok: injection/unsafe-deserialization-csharp
        return System.Text.Json.JsonSerializer.Deserialize<Order>(text);
    }

    public Order Newtonsoft(string text)
    {
        // ok: injection/unsafe-deserialization-csharp
        return JsonConvert.DeserializeObject<Order>(text);
    }

    public Order None(string text)
    {
        // ok: injection/unsafe-deserialization-csharp
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
        return JsonConvert.DeserializeObject<Order>(text, settings);
    }

    public Order Bound(string text)
    {
        // ok: injection/unsafe-deserialization-csharp
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new KnownTypes() };
        return JsonConvert.DeserializeObject<Order>(text, settings);
    }

    public object Contract(Stream stream)
    {
        // ok: injection/unsafe-deserialization-csharp
        return new DataContractSerializer(typeof(Order)).ReadObject(stream);
    }

    public object Xml(Stream stream)
    {
        // ok: injection/unsafe-deserialization-csharp
        return new XmlSerializer(typeof(Order)).Deserialize(stream);
    }
}
