namespace EngageBot.SelfPromotion;

/// <summary>
/// The trained model: linear over hashed words and pieces of words, boosted trees over traits, one logistic curve over their mean. Made by
/// <c>train promotion</c> of the evaluation; PROMOTION-MODEL.md says from what and how well it does.
/// </summary>
internal sealed class PromotionModel
{
    private const string Resource = "SelfPromotion/promotion.model";
    private const uint Magic = 0x4D50_4245; // "EBPM"
    private const byte Leaf = 255;

    private readonly float _bias;
    private readonly HashedWeights _words;
    private readonly HashedWeights _pieces;
    private readonly Node[] _nodes;
    private readonly int[] _roots;

    private PromotionModel(ReadOnlySpan<byte> file)
    {
        var reader = new ModelFileReader(file);
        if ((uint)reader.Int() != Magic || reader.Int() != 1 || reader.Int() != PromotionFeatures.Places)
        {
            throw new InvalidDataException("The promotion model is of another version than this program.");
        }

        _bias = reader.Float();
        Threshold = reader.Float();
        _words = HashedWeights.Read(ref reader);
        _pieces = HashedWeights.Read(ref reader);
        (_roots, _nodes) = ReadTrees(ref reader);
    }

    /// <summary>The model that ships with the program.</summary>
    public static PromotionModel Shipped { get; } = Load();

    /// <summary>A score from here on counts as promotion.</summary>
    public float Threshold { get; }

    /// <summary>How probably the text is promotion.</summary>
    public float Score(PromotionFeatures features)
    {
        var sum = _bias + _words.Sum(features.Words) + _pieces.Sum(features.Pieces);
        foreach (var root in _roots)
        {
            var at = root;
            while (_nodes[at].Trait != Leaf)
            {
                ref readonly var node = ref _nodes[at];
                at = root + (features.Traits[node.Trait] < node.Value ? node.Below : node.Above);
            }

            sum += _nodes[at].Value;
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    private static (int[] Roots, Node[] Nodes) ReadTrees(ref ModelFileReader reader)
    {
        var roots = new int[reader.Int()];
        List<Node> nodes = [];
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = nodes.Count;
            for (var left = (int)reader.Byte(); left > 0; left--)
            {
                nodes.Add(new Node(reader.Byte(), reader.Byte(), reader.Byte(), reader.Float()));
            }
        }

        return (roots, [.. nodes]);
    }

    private static PromotionModel Load()
    {
        using var stream = typeof(PromotionModel).Assembly.GetManifestResourceStream(Resource)!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new PromotionModel(file);
    }

    /// <param name="Trait">Which trait is looked at; <see cref="Leaf"/> for none.</param>
    /// <param name="Below">Where it goes on, counted from the root, for a trait below the value.</param>
    /// <param name="Value">What the trait is compared with; on a leaf what it adds.</param>
    private readonly record struct Node(byte Trait, byte Below, byte Above, float Value);
}
