using EngageBot.Learning;

namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// The trained reply model, as it is read from the file that ships with the program: see reply-model.md beside it for what it was trained on, how, and how
/// well it does. Reading it takes some milliseconds; what is read is shared.
/// </summary>
internal sealed class ReplyModel
{
    private const string Resource = "ReplyGraph/reply-model.bin";

    /// <summary>Of the file's layout and of the features: a file of another version is refused.</summary>
    private const int Version = 3;

    private static readonly Lazy<ReplyModel> Embedded = new(ReadEmbedded);

    public static ReplyModel Shipped => Embedded.Value;

    public required WordWeights Words { get; init; }

    /// <summary>The first decision, when the line comes.</summary>
    public required BoostedTrees First { get; init; }

    /// <summary>The second look, when the lines after it are known.</summary>
    public required BoostedTrees Second { get; init; }

    /// <summary>What scores are multiplied by so that their softmax gives true probabilities.</summary>
    public required float FirstSharpness { get; init; }

    public required float SecondSharpness { get; init; }

    /// <summary>For training: it knows words, and decides nothing.</summary>
    public static ReplyModel Untrained(WordWeights words) =>
        new() { Words = words, First = BoostedTrees.Of([], ReplyFeatures.Count), Second = BoostedTrees.Of([], SecondLook.Width), FirstSharpness = 1, SecondSharpness = 1 };

    /// <exception cref="InvalidDataException">It is no model of this version.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static ReplyModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadInt32() != Version || reader.ReadInt32() != ReplyFeatures.Count || reader.ReadInt32() != LaterFeatures.Count)
        {
            throw new InvalidDataException("no reply model of this version");
        }

        return new ReplyModel
        {
            FirstSharpness = reader.ReadSingle(),
            SecondSharpness = reader.ReadSingle(),
            Words = WordWeights.Read(reader),
            First = BoostedTrees.Read(reader, ReplyFeatures.Count),
            Second = BoostedTrees.Read(reader, SecondLook.Width),
        };
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(ReplyFeatures.Count);
        writer.Write(LaterFeatures.Count);
        writer.Write(FirstSharpness);
        writer.Write(SecondSharpness);
        Words.Write(writer);
        First.Write(writer);
        Second.Write(writer);
    }

    private static ReplyModel ReadEmbedded()
    {
        using var stream = typeof(ReplyModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the program");
        return Read(stream);
    }
}
