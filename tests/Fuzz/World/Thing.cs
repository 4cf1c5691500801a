namespace CoroGen.Fuzz.World;

/// <summary>A class whose members say when they are used.</summary>
public partial class Thing(Trace t, int value)
{
    public int Value = value;
    public long Big = 100;
    public byte Small = 200;
    public int? Maybe;
    public string? Name;
    public bool Flag;
    public Point Point = new(1, 2);
    public Point[] Points = new Point[3];
    public int[] Items = [1, 2, 3];
    public List<int> Numbers = [4, 5];
    public Cells Cells;
    public Thing? Next;

    private Point _spot = new(3, 4);

    public event Action<int>? Changed;

    public Thing Tail
    {
        get
        {
            t.Log($"{Value}.Tail");
            return Next ?? this;
        }
    }

    public int Logged
    {
        get
        {
            t.Log($"get {Value}");
            return Value;
        }

        set
        {
            t.Log($"set {Value} = {value}");
            Value = value;
        }
    }

    public Point Spot
    {
        get
        {
            t.Log($"get Spot {_spot}");
            return _spot;
        }

        set
        {
            t.Log($"set Spot {value}");
            _spot = value;
        }
    }

    public string? Title
    {
        get
        {
            t.Log($"get Title {Name}");
            return Name;
        }

        set
        {
            t.Log($"set Title {value}");
            Name = value;
        }
    }

    public int this[int index]
    {
        get
        {
            t.Log($"get [{index}]");
            return Items[index];
        }

        set
        {
            t.Log($"set [{index}] = {value}");
            Items[index] = value;
        }
    }

    public int Add(int a, int b = 2, int c = 3)
    {
        t.Log($"Add {a} {b} {c}");
        return unchecked(Value + a * 4 + b * 2 + c);
    }

    public virtual int Twist(int a) => unchecked(a + Value);

    public Thing With(int value) => new(t, value) { Next = this };

    public ref int Ref(int index)
    {
        t.Log($"Ref {index}");
        return ref Items[index];
    }

    public void Raise(int number) => Changed?.Invoke(number);

    public void Deconstruct(out int value, out string? name)
    {
        t.Log("Deconstruct");
        (value, name) = (Value, Name);
    }

    [Coroutine]
    public int Work(Co co, int number)
    {
        t.Log($"Work {number}");
        Value = unchecked(Value + t.S(co, number));
        return Value;
    }

    public override string ToString() => $"Thing({Value},{Name},{Point},{Maybe})";
}
