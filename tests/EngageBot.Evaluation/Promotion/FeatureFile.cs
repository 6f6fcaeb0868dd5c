using System.Text.Json;
using EngageBot.SelfPromotion;

namespace EngageBot.Evaluation.Promotion;

/// <summary>Writes what the classifier sees of each post, for the script that fits the model.</summary>
internal static class FeatureFile
{
    public static void Write(string path, IReadOnlyList<LabelledPost> posts)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        var features = new PromotionFeatures();
        foreach (var post in posts)
        {
            PromotionReader.Read(post.Text, features);
            json.WriteStartObject();
            json.WriteString("text", post.Text);
            json.WriteBoolean("promotion", post.Promotion!.Value);
            json.WriteStartArray("traits");
            foreach (var trait in features.Traits)
            {
                json.WriteNumberValue(trait);
            }

            json.WriteEndArray();
            Write(json, "words", features.Words);
            Write(json, "pieces", features.Pieces);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            file.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, string name, ReadOnlySpan<int> places)
    {
        json.WriteStartArray(name);
        foreach (var place in places)
        {
            json.WriteNumberValue(place);
        }

        json.WriteEndArray();
    }
}
